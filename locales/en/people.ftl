# Persons and organisations.

people-lead = { $count ->
    [one] One person stands on a published programme.
   *[other] { $count } people stand on published programmes.
}
people-search = Name or organisation
people-found = { $count ->
    [one] One person found
   *[other] { $count } people found
}
organisations-lead = { $count ->
    [one] One organisation holds sessions.
   *[other] { $count } organisations hold sessions.
}
organisation-sessions = { $count ->
    [one] One session
   *[other] { $count } sessions
}
organisation-people = People on the programme
group-not-said = Not said
group-government = Government
group-civil-society = Civil society
group-private-sector = Private sector
group-technical-community = Technical community
group-academia = Academia
group-intergovernmental-organisation = Intergovernmental organisations
group-media = Media
region-african = African Group
region-asia-pacific = Asia-Pacific Group
region-eastern-european = Eastern European Group
region-latin-american-caribbean = Latin American and Caribbean Group
region-western-european-others = Western European and Others Group
region-intergovernmental = Intergovernmental organisations
region-other = No regional group
