package ketum.engine.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Orders names so that each comes after those it uses; without recursion, since chains may be as long as a file. */
final class Ordering {

    private Ordering() {
    }

    /**
     * @param uses   names used by each name, all of them keys
     * @param circle told the names of a circle, if there is one; must throw
     * @return the keys, each after those it uses, otherwise in the order given
     */
    static List<String> of(Map<String, ? extends List<String>> uses, Consumer<List<String>> circle) {
        var done = new ArrayList<String>();
        Set<String> finished = new HashSet<>();
        for (String start : uses.keySet()) {
            var path = new LinkedHashMap<String, Iterator<String>>();
            var stack = new ArrayDeque<String>();
            if (!finished.contains(start)) {
                path.put(start, uses.get(start).iterator());
                stack.push(start);
            }
            while (!stack.isEmpty()) {
                String top = stack.peek();
                if (!path.get(top).hasNext()) {
                    stack.pop();
                    path.remove(top);
                    finished.add(top);
                    done.add(top);
                    continue;
                }
                String next = path.get(top).next();
                if (path.containsKey(next)) {
                    var names = new ArrayList<>(path.keySet());
                    circle.accept(names.subList(names.indexOf(next), names.size()));
                    throw new IllegalStateException("a circle was found but not turned down");
                }
                if (!finished.contains(next)) {
                    path.put(next, uses.get(next).iterator());
                    stack.push(next);
                }
            }
        }
        return done;
    }
}
