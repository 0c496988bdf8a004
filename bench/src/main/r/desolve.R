# Problem K8 by deSolve's default method (lsoda) with a compiled right-hand side, one call of ode() per subject, doses as events.
# Use: Rscript desolve.R LIBRARY RTOL ATOL SUBJECTS KE0_FACTOR    then lines on stdin as k8.h says ("run", "write FILE").
suppressMessages(library(deSolve))
words <- commandArgs(trailingOnly = TRUE)
dyn.load(words[1])
dll <- sub("\\.[^.]*$", "", basename(words[1]))
rtol <- as.numeric(words[2]); atol <- as.numeric(words[3]); subjects <- as.integer(words[4]); factor <- as.numeric(words[5])
states <- c("AG", "AC", "AP", "MC", "MP", "CE", "T1", "T2")
start <- setNames(c(25, rep(0, 7)), states)
hours <- 0:720
doses <- list(data = data.frame(var = "AG", time = 8 * (1:89), value = 25, method = "add"))
solutions <- array(0, c(length(states), length(hours), subjects))
input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) > 0) {
  if (line == "run") {
    before <- proc.time()
    for (subject in seq_len(subjects)) {
      solutions[, , subject] <- t(ode(start, hours, "k8_derivatives", c(subject, factor), method = "lsoda", rtol = rtol, atol = atol,
        dllname = dll, initfunc = "k8_parameters", events = doses, maxsteps = 1e6)[, -1])
    }
    spent <- proc.time() - before
    cat(sprintf("run %.6f %.6f -1 -1 -1\n", spent[["elapsed"]], spent[["user.self"]] + spent[["sys.self"]]))
  } else {
    writeBin(as.vector(solutions), sub("^write ", "", line), size = 8)
    cat("written\n")
  }
  flush(stdout())
}
