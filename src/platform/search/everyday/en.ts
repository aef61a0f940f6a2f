// Words of everyday English that stand for one another where people look for help. One group a line; from general usage.
export const en = `
password passcode passphrase pin
login logon signin sign log
logout logoff signout
register signup enroll registration
user member
account profile
delete remove erase clear discard
change edit modify alter update amend switch
create make generate new add
add insert append include attach
open launch start run
close exit quit shut
save store keep
copy duplicate replicate
move relocate shift transfer
rename name
search find locate lookup
print printer printing printout
download downloading
upload uploading
install installation setup
enable activate
disable deactivate
show display view see
hide invisible hidden conceal
select choose pick mark
settings preferences options configuration configure setup
define specify set
reset restore recover
undo revert reverse
connect link pair attach join
disconnect unlink unpair
merge combine join
split separate divide
align arrange position
enlarge zoom bigger expand increase
shrink smaller reduce decrease
check verify validate confirm
error problem issue fault bug trouble
broken defective damaged faulty
fix repair solve resolve mend
outage downtime interruption
fail failed failure unsuccessful declined rejected
computer pc laptop notebook
phone mobile cell smartphone cellphone handset
screen monitor display
internet online web
website webpage site page
wifi wireless wlan
email mail message
file document
folder directory
photo picture image
program application software app
device gadget
keyboard key shortcut
font typeface
cost price fee charge rate
pay payment paid paying
bill invoice
refund reimbursement reimburse repay moneyback
charge debit deduct
bank banking
money cash funds
transfer send wire remit
balance amount
discount coupon promo offer voucher deal
free gratis complimentary
cancel terminate abort stop
unsubscribe optout
contract agreement subscription plan
order purchase buy bought
sell sale
deliver delivery ship shipping shipment dispatch
arrive arrival come receive
track trace tracking status
return sendback
exchange swap replace replacement
complaint complain grievance
warranty guarantee
request apply application
form questionnaire
proof evidence certificate
identity identification id
verify verification authenticate
passport license
home house apartment flat
landlord owner
rent lease
move moving relocation
address location place
hours opening timing timings
appointment meeting booking
book reserve reservation schedule
contact reach call phone
agent representative support helpdesk
help assistance support assist
lost missing misplaced lose
stolen theft
forgot forgotten forget
block lock freeze blocked locked
unlock unblock
limit maximum cap restriction
minimum least
job work employment
employer company firm business
employee staff worker
salary wage pay
holiday vacation leave
sick ill illness disease
doctor physician
hospital clinic
medicine drug medication
child kid children
car vehicle auto
ticket fare
trash garbage waste rubbish
power electricity energy
tax taxes
office bureau
allowed permitted possible
forbidden prohibited banned
need require necessary must
get obtain receive
send submit forward
wrong incorrect invalid bad
duplicate twice double
old age aged
big large size
quick fast rapid soon
long duration time
often frequently
difference distinguish differ
mean meaning definition
country nation abroad overseas
currency currencies
store shop outlet
product item goods article
available stock availability
suggest recommend advice
remove uninstall
picture avatar
movie film video
music song audio
video clip
text sms message
conversation chat thread
post publish
comment reply answer respond
question query
friend contact
group community
stop prevent avoid
automatically auto automatic
multiple several many
all every entire whole
beginning start first
end finish last final
`
