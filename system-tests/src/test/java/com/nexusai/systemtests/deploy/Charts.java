package com.nexusai.systemtests.deploy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The charts of the repository, copied to a folder of their own so that Helm leaves nothing in the checkout. */
final class Charts {
    static final String NAMESPACE = "analytics";
    private static final String KUBERNETES = "1.33.0";

    private final Path folder;

    private Charts(Path folder) {
        this.folder = folder;
    }

    static Charts copiedTo(Path folder) {
        Checkout.copy("helm", folder);
        for (Deployable deployable : Deployable.values()) {
            new Helm(folder.resolve(deployable.service())).dependency().update().call();
        }
        return new Charts(folder);
    }

    Manifests render(Deployable deployable, String values) {
        return render("prod", deployable, values);
    }

    Manifests render(String release, Deployable deployable, String values) {
        return Manifests.parse(chart(deployable)
                .template()
                .withName(release)
                .withNamespace(NAMESPACE)
                .withKubeVersion(KUBERNETES)
                .withValuesFile(file(values))
                .call());
    }

    LintResult lint(Deployable deployable) {
        return chart(deployable).lint().strict().call();
    }

    private Helm chart(Deployable deployable) {
        return new Helm(folder.resolve(deployable.service()));
    }

    private Path file(String values) {
        try {
            return Files.writeString(Files.createTempFile(folder, "values", ".yaml"), values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
