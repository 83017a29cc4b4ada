package com.nexusai.moderation.scoring.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Articles, pronouns, prepositions and the like. */
final class SmallWords {
    private static final Map<String, String> WORDS = words();

    private SmallWords() {}

    static Map<String, List<String>> byLanguage() {
        var lists = new LinkedHashMap<String, List<String>>();
        WORDS.forEach(
                (language, words) -> lists.put(language, List.of(words.strip().split("\\s+", -1))));
        return lists;
    }

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("en", """
                the a an of to and in that is was he she it for on are as with his her they at be this have from or
                had by not but what all were we when your can said there use each which do how their if will up other
                about out many then them these so some would make like him into has look more go see no way could my
                than been who its now find did get come over you me our us just dont i am here where why should let
                any very only too because every one again after before everybody nobody want get going please off
                """);
        words.put("fr", """
                le la les un une des du de et est en que qui dans pour pas ce cette ces sur avec il elle ils elles
                nous vous je tu on se son sa ses mon ma mes ton ta tes au aux par plus ne mais ou où donc si tout tous
                toute comme être avoir fait faire suis es sont sommes êtes ai as ont avons avez était très bien aussi
                leur leurs moi toi lui y chez sans sous entre quand quel quelle ça c j l d n qu m t s va vais votre
                notre depuis encore rien même aucun après avant jamais ici là voici
                """);
        words.put("de", """
                der die das ein eine einen einem einer eines und ist in zu den dem des nicht von sie er es wir ihr ich
                du mit auf für an im sich auch als wie bei oder aus nach nur noch so wenn aber hat haben hatte war
                waren wird werden kann sind bin bist mein meine dein deine sein seine mir dir mich dich uns euch man
                alle alles mehr sehr schon da dann hier wo was wer warum weil dass daß ob um über unter vor durch
                gegen ohne bis kein keine keiner dein deiner ihre euer doch mal ja nein zum zur vom wieder habe jetzt
                """);
        words.put("es", """
                tres el la los las un una unos unas de del y e en que es no se por con para su sus al lo como más pero le ya
                o este esta estos estas ese esa eso sí porque cuando muy sin sobre también me hasta hay donde quien
                desde todo todos toda nos durante yo tú él ella ellos ellas nosotros mi mis tu tus te ti qué cómo eres
                soy somos son está están estoy fue ser tiene tengo tienes voy vas va vamos esto aquí allí nada nadie
                ni cada otra otro usted ustedes así ahora antes después tan cuál ayer
                """);
        words.put("it", """
                il lo la i gli le un uno una di del della dello dei degli delle e è in che non si per con su da dal
                dalla al alla alle ai nel nella sul sulla come più ma se ho hai ha abbiamo avete hanno sono sei siamo
                siete questo questa questi queste quello quella io tu lui lei noi voi loro mi ti ci vi me te mio mia
                tuo tua suo sua nostro vostro anche quando dove chi perché cosa molto tutto tutti ogni ancora già qui
                qua sempre mai senza prima dopo fa fare sta stai essere era c l d nessuno ne
                """);
        words.put("pt", """
                o a os as um uma uns umas de do da dos das e é em no na nos nas que não se por com para ao à aos às pelo
                pela seu sua seus suas como mais mas me já ou este esta isto esse essa isso porque quando muito sem
                sobre também até há onde quem desde todo todos eu tu ele ela eles elas nós você vocês meu minha teu tua
                te ti lhe és sou somos são está estão estou foi ser tem tenho tens vou vai vamos aqui ali nada ninguém
                nem cada outra outro assim agora antes depois tão qual ontem num numa
                """);
        words.put("ar", "في من على أن إلى عن هذا هذه التي الذي كان ما لا مع هو هي كل أنا أنت قد لم لن");
        return words;
    }
}
