# Signing in, and what is one’s own.

problem-too-often = Too many requests from here in a short time.
problem-too-often-remedy =
    Wait { $seconds } { $seconds ->
    [one] second
   *[other] seconds
 } and try again.

nav-sign-in = Sign in
nav-me = My account

sign-in-title = Sign in
sign-in-lead = Give your address for mail. We send you a link that signs you in; there is no password.
sign-in-address = Address for mail
sign-in-send = Send me a link
sign-in-by-hand = This server sends no mail itself. After you have asked, the secretariat gives you your link.
sign-in-not-an-address = This is not an address for mail. Write it like name@example.org.
sign-in-sent-title = Look into your mailbox
sign-in-sent-lead = A link is on its way to you. It signs you in once, within { $minutes } minutes.
sign-in-sent-else = Nothing there after a few minutes? Look among unwanted mail, or check the address.
sign-in-again = Ask for another link
sign-in-ready = Press the button to sign in on this device.
sign-in-newcomer = Nobody with this address is known here yet. Tell us your name, and you are in.
sign-in-name = Your name
sign-in-go = Sign in
sign-in-gone-title = This link opens nothing any more
sign-in-gone-lead = It has been used, or it is too old. Ask for another one; it takes a minute.
sign-out = Sign out

letter-link-subject = Your link to { $forum }
letter-link-before = Open this page to sign in to { $forum }:
letter-link-after = The link works once, within { $minutes } minutes.
letter-ignore = If you have not asked for it, somebody has typed your address by mistake. You need do nothing.
letter-invitation-subject = Your invitation to { $forum }
letter-invitation-before = You are invited to take part in { $forum }. Open this page to sign in:
letter-invitation-after = The link works once, within { $hours } hours. After that, ask for a new one on the sign-in page.

me-title = My account
me-access = What you are here
me-seen = What others see of you
me-biography = A few sentences about you
me-save = Save
me-data = Download all that is kept about you
me-erase = Be forgotten
me-erase-why = Your name, your address, and all that you wrote about yourself are erased for good, from the record, too. Only a number stays in your place. This cannot be undone.
me-erase-sure = I mean it: forget me
me-erase-unsure = Nothing was erased. Tick the box if you mean it.
me-erase-go = Erase
me-devices = Where you are signed in
me-devices-lead = Do you not know one of these devices? End it here.
me-devices-end-others = End all others
me-device-this = this device
me-device-unknown = Unknown device
me-since = Since
me-until = Until
me-end = End
me-tokens = Tokens for programs
me-tokens-lead = A token lets a program of yours act in your name, within your own rights.
me-token-new = A new token
me-token-name = What to call it
me-token-scopes = What it may do
me-token-days = How long it is good
me-token-day =
    { $days ->
        [one] one day
       *[other] { $days } days
    }
me-token-make = Make the token
me-token-made = The token is made
me-token-made-once = Copy it now: it is shown only this once.
me-token-incomplete = A token needs a name and at least one thing that it may do.
me-token-too-many = You have as many tokens as you may. End one first.
scope-read = Read what you may read
scope-programme = Change the programme
scope-people = Change persons and registrations
scope-settings = Change series and meetings

access-public = Public
access-participant = Participant
access-organiser = Organiser of a session
access-speaker = Speaker
access-moderator = Moderator
access-rapporteur = Rapporteur
access-reviewer = Reviewer
access-chair = Chair
access-secretariat = Secretariat
access-admin = Administrator

outbox-title = Outbox
outbox-lead = This server sends no mail itself. Pass these letters on; the links in them sign their readers in.
outbox-hidden =
    { $count ->
        [one] One letter to somebody who holds an office is not shown: its link would sign in whoever reads it.
       *[other] { $count } letters to people who hold an office are not shown: their links would sign in whoever reads them.
    } Whoever keeps the server finds them in the folder “outbox”.
outbox-none = There are no letters here.
outbox-smtp = Mail goes out by itself; nothing waits here.
outbox-read = Read

me-mailbox = Another address for mail
me-mailbox-why = We send a link to the new address. Once it is opened, links that sign you in go there, and the old address hears of it.
me-mailbox-new = New address for mail
me-mailbox-send = Send the link
me-mailbox-sent = A link is on its way to the new address. Open it within { $minutes } minutes; until then nothing changes.
me-mailbox-confirm = Press the button, and from now on your address for mail is this one:
me-mailbox-go = Use this address
me-mailbox-done = Your address for mail has changed.
letter-mailbox-subject = Your new address at { $forum }
letter-mailbox-before = Open this page to use this address for your account at { $forum }:
letter-moving-subject = Another address was asked for at { $forum }
letter-moving-text = Somebody who is signed in to your account at { $forum } asked that its mail go to another address. Nothing changes until the link is opened that went there. If this was not you, end that sign-in on the page “Where you are signed in” of your account: the link ends with it.
letter-moved-subject = Your address at { $forum } has changed
letter-moved-text = Your account at { $forum } has another address for mail now; links that sign you in go there. If this was not you, please tell those who run the forum at once.
