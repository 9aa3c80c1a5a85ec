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
propose-rules = The rules, and their reasons
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
propose-missing-elsewhere = Missing on other steps
propose-broken = Against the rules of the call
propose-whole = Everything is there. It can be submitted.
propose-not-ready = As soon as everything is there, you can submit here.
propose-submit = Submit
propose-was-submitted = It is submitted. A letter with everything that you wrote is on its way to you.
propose-is-submitted = Submitted:
propose-is-withdrawn = You have withdrawn it.
propose-reopen = Change it
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
propose-theirs-of = { $name } saved this here meanwhile:
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

# What becomes of a proposal.
propose-decimal-mark = .
propose-received = It was received.
propose-in-screening = The secretariat is checking it against the minimum criteria.
propose-screened-failed = It does not go to the reviewers, for these reasons:
propose-before-review = It goes to the reviewers on
propose-in-review = Reviewers are reading it, until
propose-being-decided = The review is over; the programme is being chosen.
propose-verdict-accepted = Accepted: it becomes a session.
propose-verdict-waiting = On the waiting list: it becomes a session if a place comes free.
propose-verdict-declined = Not taken up at this meeting.
propose-verdict-merged = Joined with another proposal.
propose-repair = Something is to be repaired. You can write and submit it again until
propose-why = Why
propose-scores =
    { $count ->
        [one] What one reviewer scored
       *[other] What { $count } reviewers scored
    }
propose-criterion = Criterion
propose-mean = Mean, 1 to 5
propose-all-criteria = All criteria, by weight
propose-scores-hint = Scores are one of the things that were weighed. Who gave them is not told.
propose-comments = What reviewers wrote to you
propose-appeal = Appeal
propose-appeal-hint = Once for each proposal, until
propose-appeal-why = What should be looked at again, and why
propose-appeal-send = Send the appeal
propose-appeal-waits = It has not been answered yet.
propose-appeal-upheld = The appeal was right: it is decided anew.
propose-appeal-rejected = The decision stands.
propose-merge = Might it become one with another proposal?
propose-merge-hint = It is suggested to make one session of it and these. It happens only if all say yes.
propose-merge-yes = Yes, together
propose-merge-no = No, apart
propose-merge-yes-said = You said yes.
propose-merge-no-said = You said no.
propose-merge-agreed = All said yes.

# Whoever was asked to take part.
invite-title = You are asked to take part
invite-lead = { $by } asks you to take part as: { $role }.
invite-yes = Yes, I take part
invite-no = No
invite-said-yes = You agreed. You may say otherwise at any time.
invite-said-no = You declined. Nothing about you is shown to anybody else.
invite-organiser = Whoever organises may write in the proposal.
invite-data = What is kept about you here
invite-data-hint = The organisers wrote this down. Correct what is not right. It is public only if you agree and the proposal is accepted.
invite-decline-here = No, I do not take part
invite-decline-hint = This needs no account. To say yes, sign in below.
invite-declined-title = Thank you for telling us
invite-declined-lead = The organisers see that you do not take part. Nothing about you is shown to anybody else.

# Letters after what was done. Names between braces are filled in when a letter leaves.
letter-dear = Dear { $name },
letter-receipt-subject = Received: { $code }, { $title }
letter-receipt-text = we have received “{ $title }” ({ $code }) for “{ $call }” on { $at }. This is all that was submitted:
letter-receipt-after = On this page you see at any time how it stands:
letter-asked-subject = Will you take part? { $title }
letter-asked-text = { $by } asks whether you take part in “{ $title }”, a proposal to “{ $call }”, as: { $role }. Open this page to say yes or no; to say no you need no account:
letter-asked-after = The link works for { $days } days. After that, sign in with this address, and you find the question among your proposals.
letter-asked-data = Nothing about you is public before you agree. If this does not concern you, say no or do nothing.
letter-about-subject = About your proposal: { $title }
letter-screened-passed = “{ $title }” meets the minimum criteria and goes to the reviewers.
letter-screened-failed = “{ $title }” does not meet the minimum criteria and does not go to the reviewers, for these reasons:
letter-screened-repair = Something in “{ $title }” is to be repaired. It is a draft again; please submit it again by { $until }.
letter-merge-text = it is suggested to make one session of “{ $title }” and:
letter-merge-after = It happens only if all say yes. Say what you think here:
letter-appeal-upheld = your appeal about “{ $title }” was right, and it is decided anew:
letter-appeal-rejected = after your appeal the decision on “{ $title }” stands:
letter-team-subject = You are in a team: { $title }
letter-team-text = what you submitted became part of “{ $title }”. Whoever submitted to it is a team now and makes a session of it. Your page:
letter-decided-subject = { $title }: the decision
letter-decided-accepted = your proposal “{ $title }” is accepted: it becomes a session. Congratulations, and thank you.
letter-decided-waiting = your proposal “{ $title }” is on the waiting list: it becomes a session if a place comes free.
letter-decided-declined = your proposal “{ $title }” was not taken up at this meeting. Thank you for the work that you put into it.
letter-decided-merged = your proposal “{ $title }” becomes a session together with another one, as all agreed.
letter-decided-more = Reasons, scores and comments, and how to appeal: { $link }
letter-scores =
    { $count ->
        [one] Mean score: { $mean } (one reviewer)
       *[other] Mean score: { $mean } ({ $count } reviewers)
    }
