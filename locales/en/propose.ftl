# Calls as the public reads them, and proposals as their organisers write them.

# The public page of a call.
propose-calls = Calls
propose-no-calls = There is no call at the moment.
propose-opens = Opens
propose-open-until = Open until
propose-closed-since = Closed since
propose-in-days =
    { $count ->
        [one] in one day
       *[other] in { $count } days
    }
propose-in-hours =
    { $count ->
        [one] in one hour
       *[other] in { $count } hours
    }
propose-in-minutes = in less than an hour
propose-sign-in = Sign in to propose
propose-sign-in-why = You give your address for mail, and a link signs you in. Then you can write, leave at any time, and come back on any device.
propose-which-kind = What do you propose?
propose-begin = Begin a proposal
propose-begin-kind = Begin a proposal: { $kind }
propose-begin-issue = Submit an issue
propose-timeline = Timeline
propose-opening = Proposals are taken from
propose-closing = Proposals are taken until
propose-review-begins = The review begins
propose-review-ends = The review ends
propose-told-by = Everybody is told by
propose-own-zone = Show these times on my clock, too
propose-kinds = Types of session
propose-lasts = Lasts
propose-as-agreed = as agreed
propose-who-may = Who may apply
propose-most-each =
    { $count ->
        [one] one for each person
       *[other] at most { $count } for each person
    }
applicant-anyone = Anyone
applicant-governments = Governments, treaty-based and other global organisations
applicant-international = Entities whose work is international
applicant-coalitions = Recognised dynamic coalitions
applicant-initiatives = National and regional initiatives
propose-rules = Rules, and why there are such
propose-fields = What the form asks
propose-optional = (optional)
propose-at-most-words =
    { $count ->
        [one] at most one word
       *[other] at most { $count } words
    }
propose-criteria = Criteria
propose-how-decided = How it is decided
propose-counts = So far
propose-so-many =
    { $count ->
        [0] Nothing has been submitted yet.
        [one] One was submitted.
       *[other] { $count } were submitted.
    }
propose-by-day = By day (UTC)
propose-submitted = Submitted
propose-submitted-so-far = What was submitted

# Whoever proposes.
propose-mine = My proposals
propose-mine-none = You have not begun any proposal yet.
propose-asked = Where you were asked to take part
propose-to-calls = To the calls
propose-untitled = { $kind } without a title yet
propose-stage-draft = Draft
propose-stage-submitted = Submitted
propose-stage-withdrawn = Withdrawn
propose-overview = Overview
propose-steps = Steps
propose-step-1 = What it is about
propose-step-2 = Format and length
propose-step-3 = People
propose-step-4 = On site and online
propose-step-5 = Beyond the session
propose-complete = complete
propose-missing-here =
    { $count ->
        [one] one thing missing
       *[other] { $count } things missing
    }
propose-before-submitting = Before you submit
propose-missing = Still missing
propose-broken = Against the rules of the call
propose-whole = Everything is there. It can be submitted.
propose-not-ready = As soon as everything is there, you can submit here.
propose-submit = Submit
propose-was-submitted = It is submitted. A letter with everything that you wrote is on its way to you.
propose-is-submitted = Submitted:
propose-is-withdrawn = You have withdrawn it.
propose-reopen = Write on
propose-reopen-hint = It becomes a draft again. Submit it again before the call closes.
propose-withdraw = Withdraw it
propose-withdraw-hint = Nobody reviews it then. What you wrote stays yours.
propose-withdraw-sure = I mean it: withdraw it
propose-withdraw-unsure = Nothing was withdrawn. Tick the box if you mean it.
propose-other-kind = Another type of session
propose-other-kind-hint = What you have answered stays. Some questions come, others go.
propose-choose = Choose
propose-elsewhere = Go on on another device
propose-elsewhere-hint = We send a link to your mailbox. It signs you in there and opens this proposal.
propose-elsewhere-send = Send me the link
propose-link-sent = A link is on its way to your mailbox.
propose-answers = What you wrote
propose-yes = Yes
propose-no = No

# Saving.
propose-save = Save
propose-save-and-on = Save and go on
propose-saving = Saving…
propose-saved = Saved at { $time }
propose-all-saved = Everything is saved.
propose-rest-saved = All is saved but this:
propose-waiting = Not sent yet; kept on this device.
propose-restored = What you typed before is back and is being sent.
propose-signed-out = You are signed out. What you typed is kept on this device; sign in and it is sent.
propose-theirs = Somebody else has saved meanwhile:
propose-theirs-beside = What they saved stands beside each field. Save again, and yours holds.
propose-yours-above = Your text stands above. Put both together there and save again.
propose-keep-mine = Keep mine
propose-take-theirs = Take theirs
propose-earlier = What stood here before
propose-bring-back = Bring this back
propose-not-a-draft = It is not a draft any more: what you write here cannot be saved.
propose-words-most = Words: { $have } (at most { $bound })
propose-words-least = Words: { $have } (at least { $bound })
propose-characters-most = Characters: { $have } (at most { $bound })

# People in a proposal.
propose-people = Who takes part
propose-people-hint = Give an address for mail, and we can ask them by letter. Whoever agrees to organise may write here, too. Nobody’s name is public before they agreed.
propose-began-it = began it
propose-somebody-new = Somebody new
propose-role = As what
propose-name = Name
propose-email = Address for mail
propose-email-help = Seen by the organisers and the secretariat only.
propose-organisation = Organisation
propose-group = Stakeholder group
propose-country = Country
propose-region = Regional group
propose-region-of-country = That of the country
propose-gender = Gender
propose-attendance = Takes part
propose-on-site = On site
propose-online = Online
propose-not-said = Not said yet
propose-confirmed = They were asked, and mean to take part
propose-back-to-people = Back to the people
propose-invite = Ask by letter
propose-agreed = agreed
propose-declined = declined
propose-invited = Asked:
propose-said-confirmed = means to take part, as you say
propose-not-confirmed = Not asked yet
