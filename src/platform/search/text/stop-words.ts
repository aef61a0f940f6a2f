// Function words, politeness and question frames; folded as the index folds. From general grammar, not from any collection.
const de = `ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus bei beim bevor bin bis bist
bitte da dabei dadurch dafur daher damit danach dann daran darauf daraus darf darfst darin darum das dass davon davor dazu dein deine deinem
deinen deiner dem den denen denn der deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch durfen eigentlich
ein eine einem einen einer eines einige einigen er es etwa etwas euch euer eure euren fur gab gar geht gern gerne gewesen gibt ging habe haben
habt hallo hast hat hatte hatten hatte hatten her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede jedem
jeden jeder jedes jemand jene jetzt kann kannst konnen konnte konnten man manche mehr mein meine meinem meinen meiner meines mich mir mit mochte
mochten muss mussen musste nach nachdem naturlich neben nicht nichts noch nun nur ob obwohl oder ohne schon sehr seid sein seine seinem seinen
seiner seit selbst sich sie sind so sobald sofern solche solchen soll sollen sollte sollten somit sondern sonst soviel sowie sowohl trotz uber um
und uns unser unsere unserem unseren unserer unter viel viele vielen vom von vor wahrend wann war waren warum was weder wegen weil welche welchem
welchen welcher welches wem wen wenn wer werde werden wessen weshalb wie wieder wieso wieviel wieviele will willst wir wird wo wobei wodurch woher
wohin wollen womit worden wozu wurde wurden wurde wurden zu zum zur zwar zwischen danke guten tag`

const en = `a about above after again all also am an and any are aren't as at be because been before being below between both but by can can't cannot
could couldn't did didn't do does doesn't doing don't down during each few for from further get gets getting got had hadn't has hasn't have
haven't having he hello hey hi her here hers herself him himself his how i i'd i'll i'm i've if in into is isn't it it's its itself just kindly
let me more most much must my myself no nor not of off on once only or other our ours ourselves out over own please pls same she should
shouldn't so some such than thank thanks that the their theirs them themselves then there these they they're this those through to too under
until up upon us very want wanna was wasn't we we're were weren't what what's when where which while who whom whose why will with won't would
wouldn't you you'd you'll you're you've your yours yourself`

const el = `ένα ένας έναν αλλά αλλιώς αν αντί από αυτά αυτές αυτή αυτήν αυτής αυτό αυτοί αυτόν αυτός αυτού αυτούς αυτών βάσει για γι γίνει γίνεται
γιατί δε δεν δηλαδή διότι εάν εγώ είμαι είμαστε είναι είσαι είστε εκεί εκείνα εκείνη εκείνο εκείνος εμάς εμείς εμένα εν ενός ενώ επειδή επίσης
εσάς εσείς εσένα εσύ έτσι έχει έχεις έχετε έχουμε έχουν έχω ή ήδη ήθελα ήμουν ήταν η θα θέλω θέλουμε ίδια ίδιο ίδιος ίσως κάθε και καθώς κάν
κάνω κάνει κάποια κάποιο κάποιος κάτι κατά κι λοιπόν μα μας με μέσα μέσω μερικά μερικές μετά μεταξύ μέχρι μη μην μήπως μια μία μιας μου μπορεί
μπορείτε μπορούμε μπορούν μπορώ να ναι ξανά ο οι όμως όποια όποιο όποιος όπου όπως όσα όση όσο όσοι όσος όταν ότι οτιδήποτε ούτε όχι πάλι πάνω
παρά παρακαλώ πια πιο ποια ποιες ποιο ποιοι ποιον ποιος ποιους πολύ πότε που πού πρέπει πριν προς πρώτα πώς πως σαν σας σε σου στα στη στην στης
στις στο στον στου στους στων συχνά τα τέτοια τέτοιο τέτοιος τη την της τι τις τίποτα το τον του τους τότε των υπάρχει υπάρχουν υπό χωρίς ως ώστε γεια ευχαριστώ καλημέρα`

const lists: Record<string, string> = { de, en, el }

/** The stop words of a language as they are written here (not yet folded); empty for languages without a list. */
export const stopWordsOf = (lang: string): string[] => lists[lang]?.split(/\s+/) ?? []
