package com.nexusai.moderation.asking;

import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.moderation.command.CommandLog;
import com.nexusai.moderation.provider.Providers;
import com.nexusai.schema.moderation.ProviderQuestion;
import com.nexusai.schema.topic.Topics;
import java.time.Clock;

/** Puts the questions of cases to the providers, and gives what they say as a command under the content's key. */
public final class Asker {
    private final Providers providers;
    private final CommandLog commands;
    private final Clock clock;

    public Asker(Providers providers, CommandLog commands, Clock clock) {
        this.providers = providers;
        this.commands = commands;
        this.clock = clock;
    }

    public Workers<ProviderQuestion> workers(KafkaClients clients) {
        return new Workers<>(
                "asker", Topics.MODERATION_QUESTIONS, "earliest", clients, (question, record) -> ask(question));
    }

    /** One that is too old, such as in a replay, is left to the clock or was answered long ago. */
    void ask(ProviderQuestion question) throws InterruptedException {
        if (clock.instant().isBefore(question.until())) {
            commands.append(providers.ask(question, null));
        }
    }
}
