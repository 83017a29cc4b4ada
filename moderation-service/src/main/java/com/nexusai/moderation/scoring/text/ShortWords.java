package com.nexusai.moderation.scoring.text;

import java.util.Arrays;
import java.util.Set;

/** Short words of the languages that are read, without accents. What is not among them may be a piece of a word. */
final class ShortWords {
    static final int LONGEST = 3;

    private static final Set<String> WORDS = Set.of(
            """
            a ab act ad add age ago ai aid aim air al ali all als alt am an and ans any ao aos are arm art as
            asi at ate au auf aus aux b bad bag be bed bei bem ben big bin bio bis bit box boy bus but buy by c
            ca can car cat ce ces che chi ci cit cm co com con cui cup cut d da dad dai dal dar das day de dei
            del dem den der des det di dia did die dir dm do dog dos du due dun duo dur e ear eat ed egg eh ein
            el ela ele em en end er era ert es esa ese eso est et ete eu ex eye ez f fa fan far fe few fil fin
            fly foi for fra fu fue fui fun fur g gas geh gel get gia gib gli go god got gun gut gym h ha had hai
            han has hat hay he her hey hi him hin his hit hm ho hot how hoy i ice ich ici if ihm ihn ihr il ils
            im in io is ist it its j ja jan jar je jo job jus k kam key kg kid km l la lac lap las law lay le
            led lei les let lhe li lid lie lip ll lo los lot low lu lui m ma mai mal man map mas may me mes meu
            mg mi mia mio mir mis mit ml mm mo moi mon mot mr ms mud mum muy my n na nah nao nas ne nel nem net
            new ni no noi non nor nos not now nu nua nue num nun nur nus o oar ob of off oh oil ojo ok old ole
            on one ont or ora oro os ou our out own p pa par pas pay pc per pes pet pie piu pm po pop por pr pre
            pro put q qu qua que qui r ra ran re red rio rue run s sa sad sao saw say se sea sed see sei sem ser
            ses set seu sex she si sie sin sir six sky so sol som son sou soy sta su sua sue sul sun suo sur sus
            t ta tag tal tan tao tat te tea tem ten tes teu the ti tio tit to toi ton too top tot toy try tu tua
            tue tun tuo tus tv two u ui uk um uma un una und une uno uns up us use uso v va vai van var vas ve
            ver vi via vie vil vo voi vom von vor vos vou voy w war was way we web wem wen wer wet who why wie
            win wir wo won x y ya ye yes yet yo you z zu zug zum zur
            """.lines().flatMap(line -> Arrays.stream(line.split(" ", -1))).toArray(String[]::new));

    private static final boolean[] PACKED = packed();

    private ShortWords() {}

    /** Of Latin letters in a row. */
    static boolean isWord(FoldedText folded, int from, int to) {
        int packed = 0;
        for (int at = from; at < to; at++) {
            packed = 32 * packed + folded.charAt(at) - 'a' + 1;
        }
        return PACKED[packed];
    }

    private static boolean[] packed() {
        var words = new boolean[1 << (5 * LONGEST)];
        for (var word : WORDS) {
            int packed = 0;
            for (int at = 0; at < word.length(); at++) {
                packed = 32 * packed + word.charAt(at) - 'a' + 1;
            }
            words[packed] = true;
        }
        return words;
    }
}
