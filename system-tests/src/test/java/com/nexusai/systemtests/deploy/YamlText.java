package com.nexusai.systemtests.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML as Kubernetes and Compose do (anchors, merge keys), and refuses a key that is there twice. */
final class YamlText {
    private YamlText() {}

    static Map<String, Object> document(String text) {
        return documents(text).getFirst();
    }

    static List<Map<String, Object>> documents(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
            if (document != null) {
                documents.add(object(document));
            }
        }
        return documents;
    }

    /** The member of that path; each step but the last must be an object that has it. */
    static Object member(Map<String, Object> object, String first, String... more) {
        Object value = Objects.requireNonNull(object.get(first), first);
        for (String name : more) {
            value = Objects.requireNonNull(object(value).get(name), name);
        }
        return value;
    }

    @SuppressWarnings("unchecked") // the keys of these files are text
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
