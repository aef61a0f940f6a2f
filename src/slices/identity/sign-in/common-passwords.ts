/**
 * Words that stand, alone or with digits around them, at the top of published lists of broken passwords (German, English, Greek), without
 * blanks and in small letters. Shorter ones are refused by length already.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password passwort kennwort passwort1234 password1234 passw0rd p@ssword p@ssw0rd mypassword meinpasswort meinkennwort geheim geheimes
  geheimespasswort geheimnis supergeheim topsecret topgeheim changeme changemenow changeit letmein letmeinnow welcome willkommen
  willkommen1 welcometotheke welcomehome administrator admin adminadmin administrator1 superuser rootroot default defaultpassword standard
  standardpasswort benutzer benutzername username testtest testpassword testpasswort testtesttest demodemo demodemodemo
  iloveyou iloveyou1 iloveyoubaby ichliebedich ichliebedich1 ilovemyself schatzi schatzilein mausi sonnenschein sunshine sunshine1
  princess princessa prinzessin schmetterling butterfly basketball football footballer fussball fußball baseball volleyball starwars
  batman superman spiderman pokemon pikachu minecraft fortnite computer internet samsung samsung1234 iphoneiphone michelle christian
  christina alexander alexandra sebastian stephanie stefanie benjamin jennifer jessica nicole daniel dominik maximilian katharina
  bayernmuenchen bayernmünchen borussia borussiadortmund schalke04 werderbremen eintracht hamburgersv deutschland osterreich
  schweiz switzerland germany greece hellas ellada athens thessaloniki olympiakos olympiacos panathinaikos aekathens
  kodikos kwdikos mystikos mistikos κωδικος κωδικός μυστικος μυστικός συνθηματικο συνθηματικό ελλαδα ελλάδα αθηνα αθήνα
  sommer2024 sommer2025 sommer2026 winter2024 winter2025 winter2026 fruehling frühling herbst sommer winter summer spring autumn
  januar februar oktober november dezember qwertz qwerty qwertzuiop qwertyuiop asdfghjkl yxcvbnm zxcvbnm qweasdzxc qweasdyxc q1w2e3r4t5
  q1w2e3r4t5z6 1q2w3e4r5t 1q2w3e4r5t6z 1q2w3e4r5t6y 1qaz2wsx3edc 1qay2wsx3edc zaq12wsx abcdefghij abcdefgh abc abcd abcde abcdef
  dragon monkey master shadow killer freedom whatever trustnoone trustno1 hello hellohello helloworld hallo hallohallo hallowelt
  hallo1234 servus moinmoin gruezi blumenwiese bluemchen lebkuchen schokolade chocolate cookie cheesecake pizza pizzapizza
  correcthorsebatterystaple correcthorse letmein1234 access accessgranted openme opensesame sesamoffnedich sesamöffnedich bibliothek library
  librarycard buecherei stadtbuecherei stadtwerke kundenservice kundenportal customerservice selfservice theke`.split(
    /\s+/,
  ),
)
