#!/bin/sh
# Builds the part of SUNDIALS that holds CVODE from Debian's source package, optimised, and the program that ./ketum bench k8 then finds.
# (Debian's own binary package is compiled without optimisation and would be no fair rival.) Needs apt-get, cmake and gcc; everything
# stays under target/bench-work. Nothing depends on it: without it the benchmark runs without CVODE.
set -eu
root=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
work=$root/target/bench-work/sundials
for tool in apt-get dpkg-source cmake gcc make; do
  command -v "$tool" >/dev/null || { echo "cvode.sh: $tool is missing; nothing was built." >&2; exit 69; }
done
mkdir -p "$work/apt/parts" "$work/apt/lists/partial" "$work/apt/cache/archives/partial"
cd "$work"

# The system's own package sources, asked for source packages; the system's lists are left as they are.
: >apt/sources.list
[ ! -r /etc/apt/sources.list ] || sed -n 's/^deb /deb-src /p' /etc/apt/sources.list >apt/sources.list
for file in /etc/apt/sources.list.d/*.sources; do
  [ ! -r "$file" ] || sed 's/^Types:.*/Types: deb-src/' "$file" >"apt/parts/$(basename "$file")"
done
apt() {
  apt-get -o Dir::Etc::SourceList="$work/apt/sources.list" -o Dir::Etc::SourceParts="$work/apt/parts" \
    -o Dir::State::Lists="$work/apt/lists" -o Dir::Cache="$work/apt/cache" -qq "$@"
}
if [ ! -d source ]; then
  apt update
  apt source --download-only sundials
  dpkg-source --no-check -x sundials_*.dsc source
fi
cmake -S source -B build -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS='-O3 -march=native' -DCMAKE_INSTALL_PREFIX="$work/installed" \
  -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF -DEXAMPLES_ENABLE_C=OFF -DEXAMPLES_INSTALL=OFF \
  -DBUILD_ARKODE=OFF -DBUILD_CVODES=OFF -DBUILD_IDA=OFF -DBUILD_IDAS=OFF -DBUILD_KINSOL=OFF -DBUILD_CVODE=ON >cmake.log
cmake --build build --target install >build.log
gcc -O3 -march=native -I"$root/bench/src/main/c" -Iinstalled/include -o "$root/target/bench-work/cvode.new" "$root/bench/src/main/c/cvode.c" \
  installed/lib/libsundials_cvode.a installed/lib/libsundials_nvecserial.a $(ls installed/lib/libsundials_generic.a 2>/dev/null || :) -lm
mv "$root/target/bench-work/cvode.new" "$root/target/bench-work/cvode"
echo "target/bench-work/cvode is built; ./ketum bench k8 runs it from now on." >&2
