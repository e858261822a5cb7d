### What happened, one sentence for each kind of act; refusals of the law.

# { $organisation } acted; { $text } is a title; { $about } is a version, an organisation, a person, a
# number or a setting; { $form } is a word of the record.
deed-other = An act of another kind was recorded ({ $kind })
deed-group-founded = The group was founded: { $about }
deed-rule-set = A rule of the group was set: { $about }
deed-category-defined = A way of taking part was defined: { $about }
deed-organisation-recorded = { $about } was recorded
deed-organisation-renamed = { $about } has a new name
deed-membership-started = { $about } takes part
deed-membership-ended = { $about } no longer takes part
deed-office-assigned = { $about } was given an office
deed-office-ended = { $about } gave up an office
deed-person-recorded = A person was recorded for { $about }
deed-seat-opened = A seat was opened for { $about }
deed-seat-ended = A seat of { $about } was ended
deed-text-opened = “{ $text }” was opened
deed-version-tabled = { $about } of “{ $text }” was tabled
deed-round-opened = A round was opened on “{ $text }”, { $about }
deed-round-closed = The round on “{ $text }” was closed
deed-return-received = { $form ->
    [no_comments] { $organisation } has no comments on “{ $text }”
    [not_in_our_mandate] { $organisation } says that “{ $text }” is not in its mandate
   *[marked_up] { $organisation } commented on “{ $text }”: { $proposals ->
        [one] 1 proposal
       *[other] { $proposals } proposals
    }, { $comments ->
        [one] 1 comment
       *[other] { $comments } comments
    }
}
deed-compilation-frozen = The comments on “{ $text }” were frozen: { $proposals ->
    [one] 1 proposal
   *[other] { $proposals } proposals
}, { $comments ->
    [one] 1 comment
   *[other] { $comments } comments
}
deed-responses-issued = { $organisation } issued the responses on “{ $text }”
deed-silence-opened = “{ $text }”, { $about }, was put under silence
deed-silence-restarted = The silence procedure on “{ $text }” was restarted
deed-silence-cancelled = The silence procedure on “{ $text }” was cancelled
deed-position-given = { $form ->
    [objects] { $organisation } objected to “{ $text }”
    [objects_with_text] { $organisation } objected to “{ $text }” and proposed another wording
    [agrees] { $organisation } agreed to “{ $text }”
    [agrees_ad_referendum] { $organisation } agreed to “{ $text }” ad referendum
    [dissociates] { $organisation } dissociated itself from “{ $text }”
    [does_not_take_part] { $organisation } does not take part in the clearance of “{ $text }”
   *[none] { $organisation } gave its answer on “{ $text }”
}
deed-position-withdrawn = { $organisation } withdrew its answer on “{ $text }”
deed-silence-broken = The silence on “{ $text }” ended with an objection
deed-silence-closed = The silence on “{ $text }” closed without an objection
deed-silence-confirmed = The chair confirmed the outcome on “{ $text }”
deed-decision-adopted = “{ $text }” was adopted, decision { $about }
deed-endorsement-given = { $organisation } stands behind “{ $text }”
deed-endorsement-withdrawn = { $organisation } no longer stands behind “{ $text }”
deed-publication-approved = The publication of “{ $text }” was approved
deed-text-published = “{ $text }” was published
