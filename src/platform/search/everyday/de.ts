// Words of everyday German that stand for one another where people look for help. One group a line; from general usage.
export const de = `
passwort kennwort zugangscode losungswort pin
anmelden einloggen login anmeldung einwählen
abmelden ausloggen logout abmeldung
registrieren registrierung anlegen konto
benutzer nutzer anwender user
benutzername nutzername loginname
konto account benutzerkonto profil
löschen entfernen beseitigen tilgen
ändern verändern bearbeiten anpassen modifizieren wechseln umändern aktualisieren
erstellen anlegen erzeugen einrichten generieren neu
hinzufügen einfügen ergänzen anfügen
öffnen aufrufen aufmachen starten
schließen zumachen beenden
speichern sichern ablegen abspeichern
kopieren duplizieren vervielfältigen kopie
verschieben umziehen bewegen verlegen
umbenennen namensänderung
suchen finden recherche suche
drucken ausdrucken drucker druck
herunterladen download downloaden
hochladen upload
installieren einrichten installation setup
aktivieren einschalten anschalten freischalten aktiv
deaktivieren ausschalten abschalten inaktiv
anzeigen einblenden darstellen zeigen ansehen
ausblenden verbergen verstecken unsichtbar
auswählen markieren wählen selektieren auswahl
einstellen konfigurieren festlegen einstellung einstellungen option konfiguration
festlegen bestimmen definieren
zurücksetzen reset
wiederherstellen wiederherstellung
verbinden verbindung anschließen koppeln
trennen auftrennen teilen
zusammenführen verbinden vereinen kombinieren
ausrichten ausrichtung anordnen positionieren
vergrößern größer erweitern zoomen
verkleinern kleiner reduzieren
prüfen überprüfen kontrollieren check
fehler problem störung defekt kaputt
reparieren reparatur beheben lösen
ausfall störung unterbrechung
computer rechner pc notebook laptop
handy smartphone mobiltelefon telefon
bildschirm monitor anzeige display
internet netz online web
webseite website homepage internetseite seite
wlan wifi funknetz
mail email nachricht
datei dokument file
ordner verzeichnis
foto bild aufnahme grafik
programm anwendung software app
gerät apparat
taste tastenkombination tastenkürzel tastatur
schrift schriftart font
tabelle tabellen
zelle zellen feld
liste aufzählung auflistung
kosten preis gebühr entgelt kosten tarif teuer
bezahlen zahlen zahlung begleichen überweisen
rechnung abrechnung faktura
mahnung zahlungserinnerung
erstattung rückzahlung rückerstattung gutschrift zurückbekommen
lastschrift sepa einzug abbuchung abbuchen
bank kreditinstitut geldinstitut sparkasse
bankverbindung iban kontonummer
geld betrag summe
ratenzahlung raten
rabatt ermäßigung nachlass vergünstigung
kostenlos gratis unentgeltlich umsonst
kündigen kündigung beenden abbestellen
stornieren widerrufen widerruf rückgängig storno abbrechen
vertrag vereinbarung kontrakt abo
bestellen bestellung ordern kaufen kauf
verkaufen verkauf
lieferung versand zustellung liefern schicken
zurückschicken rücksendung retoure rückgabe zurückgeben
umtauschen umtausch tauschen
reklamation beschwerde beanstandung beschweren
garantie gewährleistung
antrag beantragen antragstellung
formular vordruck
unterlagen dokumente nachweise papiere bescheinigung nachweis
ausweis personalausweis pass reisepass
führerschein fahrerlaubnis
wohnung wohnen unterkunft mietwohnung bleibe
vermieter wohnungsgeber hausbesitzer
miete mieten
umzug umziehen umzug adressänderung ummelden ummeldung wohnungswechsel
adresse anschrift wohnort
anfahrt weg lage
öffnungszeiten geöffnet sprechzeiten sprechstunde
termin verabredung terminvereinbarung
ansprechpartner kontakt ansprechperson zuständig
anrufen telefonieren telefonnummer hotline rufnummer anruf
verloren verlust verlieren weg
gestohlen diebstahl geklaut
vergessen entfallen
sperren blockieren sperrung
entsperren freigeben
arbeit job beruf beschäftigung stelle arbeitsstelle
arbeitgeber firma betrieb unternehmen chef
arbeitnehmer beschäftigte mitarbeiter angestellte
arbeitslos erwerbslos
gehalt lohn vergütung verdienst
urlaub ferien
krank krankheit erkrankt erkrankung
krankmeldung krankschreibung arbeitsunfähigkeit
arzt ärztin doktor mediziner hausarzt
krankenhaus klinik spital
medikament arznei arzneimittel medizin
anstecken ansteckung infizieren infektion
symptom anzeichen beschwerden krankheitszeichen
gefährlich riskant risiko gefahr
schützen schutz vorbeugen vorsorge
impfung impfen
kind kinder nachwuchs
baby säugling neugeborenes
eltern mutter vater
kita kindergarten kindertagesstätte kinderbetreuung krippe
schule unterricht
lernen lehren kurs unterricht
ausbildung lehre berufsausbildung
studium studieren hochschule universität uni
sprachkurs deutschkurs
heirat heiraten eheschließung hochzeit trauung
scheidung trennung
tod sterben sterbefall verstorben todesfall
geburt entbindung
schwanger schwangerschaft
auto wagen fahrzeug pkw kfz
fahrrad rad
bus bahn nahverkehr öpnv
fahrkarte ticket fahrschein
parken parkplatz
hund haustier
müll abfall entsorgung
strom elektrizität energie
zähler stromzähler zählerstand
heizung heizen wärme
wasser trinkwasser
steuer steuern finanzamt
amt behörde verwaltung
stadtverwaltung rathaus gemeinde
polizei notruf
anwalt rechtsanwalt jurist
hilfe unterstützung support beratung helfen
spende spenden
verein organisation
freiwillig ehrenamtlich ehrenamt
flüchtling geflüchtete asylbewerber
ausländer migrant zuwanderer
erlaubt gestattet zulässig dürfen
verboten untersagt unzulässig verbot
nötig erforderlich notwendig benötigen brauchen
bekommen erhalten kriegen
schicken senden versenden übermitteln
melden mitteilen bescheid
dauer dauern lange frist zeitraum
alt alter
groß größe
schnell rasch sofort
wichtig bedeutend
häufig oft
unterschied differenz
bedeuten bedeutung heißen
funktionieren klappen gehen
lesen vorlesen
schreiben verfassen
essen nahrung lebensmittel nahrungsmittel
einkaufen einkauf supermarkt geschäft laden
reisen reise verreisen
ausland auslands
daheim zuhause haus
senior senioren ältere alte
behinderung behindert schwerbehinderung
männer mann
frauen frau
`
