import type { ConsoleWords } from './words.ts';

/** Words of the page of a ticket in English. */
export const ENGLISH_TICKETS: Pick<
  ConsoleWords,
  | 'tickets'
  | 'ticketPage'
  | 'states'
  | 'deliveries'
  | 'transfer'
  | 'life'
  | 'endings'
  | 'reply'
  | 'canned'
  | 'variables'
  | 'replyProblems'
  | 'ticketOutcomes'
  | 'closing'
  | 'tags'
  | 'notes'
  | 'history'
  | 'hold'
  | 'linked'
  | 'abuse'
  | 'attachment'
  | 'presence'
  | 'undo'
  | 'transcript'
  | 'windowUnits'
> = {
  tickets: { title: 'Tickets', number: (number) => `Ticket ${number}`, nobody: 'Unassigned' },
  ticketPage: {
    back: 'List of tickets',
    conversation: 'Conversation',
    truncated: (count) => `Only the last ${count} messages are shown.`,
    masked:
      'Names, telephone numbers, addresses and document numbers of the citizen are masked. Whoever holds the ticket sees the original words; each look is noted in the audit log.',
    maskedClosed: 'The ticket is closed, so personal data of the citizen is masked.',
    authors: { citizen: 'Citizen', bot: 'Assistant', staff: 'Staff' },
    sources: (count) => `Sources that the assistant cited (${count})`,
    inForceFrom: (day) => `In force from ${day}`,
    earlier: 'Earlier conversation',
    present: 'This conversation',
    facts: {
      state: 'State',
      assignee: 'Held by',
      channel: 'Channel',
      topic: 'Topic',
      opened: 'Opened',
      closed: 'Closed',
    },
    question: 'Question that opened it',
    closingNote: 'Note at closing',
    noNote: 'No note.',
    claim: 'Claim ticket',
    reply: 'Reply to the citizen',
    replyRule: 'At most 2,000 characters. Ctrl+Enter sends.',
    replyTakes: 'Sending a reply also claims the ticket.',
    send: 'Send reply',
    sendAndWait: 'Send and wait for the citizen',
    close: 'Close ticket',
    closeLead: 'After closing, the assistant answers the citizen again.',
    note: 'Internal note (the citizen does not see it)',
    farewell: 'Tell the citizen that it is over',
    heldByOther: (name) => `${name} holds this ticket. You can read it, but not reply in their place.`,
    closed: 'The ticket is closed, so nothing more can be sent here.',
    pressOnly: 'This is a press ticket: only the spokesperson may reply.',
    windowAlways: 'You may reply at any time.',
    windowLeft: 'There are',
    windowUntil: (until) => `left to reply (until ${until}).`,
    windowHumanAgent: 'More than 24 hours have passed; the time reserved for staff is running.',
    windowClosed: (reason) => `No message can be sent to this person now: ${reason}`,
  },
  states: { new: 'Unassigned', claimed: 'In progress', waiting: 'Waiting for the citizen', closed: 'Closed' },
  deliveries: {
    pending: 'Waiting to be sent',
    sending: 'Sending',
    sent: 'Sent',
    failed: 'Could not be sent',
    held: 'Held back, not sent yet',
    withheld: 'Not sent because staff had taken over',
  },
  transfer: {
    title: 'Pass ticket on',
    lead: 'A person you pass it to holds it; passed to a group, it waits for one of them to claim it.',
    to: 'Pass to',
    note: 'Message for the next person (the citizen does not see it)',
    submit: 'Pass ticket on',
    kinds: { duty: 'On duty', role: 'By role', group: 'By school or group', person: 'One person' },
    duty: 'Duty list',
  },
  life: {
    routedTo: 'Routed to',
    transferNote: 'Message when passed on',
    reminded: 'Reminded of the due time at',
    escalated: 'Reported as overdue at',
    apologised: 'Apologised to the citizen at',
    unattended: 'Nobody claimed it, given back to the assistant at',
    reopened: 'Times reopened',
    closedAs: 'Ended',
    leftByItself: 'The answer of the assistant left by itself when its time was over',
  },
  endings: {
    done: 'Closed by staff',
    quiet: 'Closed by itself because the citizen wrote no more',
    cancelled: 'Called off by the citizen',
  },
  reply: {
    proposal: 'Draft from the documents',
    proposalFor: (question) => `For: “${question}”`,
    proposalRule: 'Copied from documents by the machine, approved by nobody. Read it before you send it.',
    proposalSources: (count) => `Sources of the draft (${count})`,
    useProposal: 'Use draft',
    noProposal: 'The present documents answer none of the recent messages, so there is no draft.',
    canned: 'Ready replies',
    cannedPick: 'Choose a reply',
    cannedName: 'Name of the citizen',
    cannedNameRule: 'Fills {{ten}}. The platform does not tell the name, so type it yourself.',
    insert: 'Insert reply',
    noCanned: 'There is no ready reply yet.',
    manageCanned: 'Edit ready replies',
    approvalTitle: 'Answer of the assistant waiting for approval',
    approvalNever: 'Sent only when somebody approves it.',
    approvalIn: 'Leaves by itself in',
    approvalLater: (moment) => `(at ${moment}) unless somebody approves, changes or drops it, or claims the ticket.`,
    approvalYours: 'You hold the ticket, so it does not leave by itself any more: approve, change or drop it.',
    approvalTaken:
      'Somebody holds the ticket, so it does not leave by itself any more; they approve, change or drop it.',
    approvalPast: 'Its time has come; the assistant sends it within minutes unless somebody claims the ticket.',
    approvalSources: (count) => `Sources (${count})`,
    approve: 'Approve and send',
    changeProposal: 'Put into the box to change',
    drop: 'Drop it, I reply myself',
    why: 'Why?',
    whyFound: 'What did the assistant find?',
    whyTitle: 'Why the assistant did this',
    whyLead: (question) => `For “${question}” and the present documents:`,
    whyClose: 'Close this part',
  },
  canned: {
    title: 'Ready replies',
    lead: 'What staff often send. When replying to a ticket, staff choose one and change it before it is sent.',
    variables: 'Blanks that are filled in',
    add: 'Add a ready reply',
    name: 'Name of the ready reply',
    text: 'Words (in Vietnamese, as the citizen gets them)',
    textRule: 'At most 2,000 characters. Write blanks in double braces, for example {{can_bo}}.',
    preview: 'Preview',
    previewTitle: 'What the citizen will see (with examples in the blanks)',
    save: 'Save',
    change: (title) => `Change “${title}”`,
    confirmRemove: (title) => `Remove “${title}”`,
    none: 'There is no ready reply yet.',
    problems: {
      empty: 'A ready reply needs a name and words.',
      'long-title': 'The name has more than 80 characters.',
      'long-text': 'The words have more than 2,000 characters.',
      taken: 'Another ready reply has this name.',
      stale:
        'Somebody else has just changed the ready replies, so this change was not saved. Look at the new list, then save again.',
    },
  },
  variables: {
    ten: 'name of the citizen, typed when it is inserted',
    so_phieu: 'number of the ticket',
    han_tra_loi: 'when the reply was promised',
    can_bo: 'display name of who replies',
  },
  replyProblems: {
    open: (names) =>
      `The reply still has open places: ${names.map((name) => `{{${name}}}`).join(', ')}. Fill or remove them, then send; your words are still in the box.`,
    unknown: (names, known) =>
      `There is no variable ${names.map((name) => `{{${name}}}`).join(', ')}. You can use: ${known.map((name) => `{{${name}}}`).join(', ')}.`,
    noCanned: 'This ready reply is gone. Choose another; your words are still in the box.',
    noProposal: 'There is no draft for this question any more. Your words are still in the box.',
  },
  ticketOutcomes: {
    answered: 'Answered',
    'passed-on': 'Passed on to another office',
    'not-enough': 'Not enough information',
    duplicate: 'Duplicate of another ticket',
    other: 'Other',
  },
  closing: {
    outcome: 'Outcome',
    choose: 'Choose an outcome',
    undelivered:
      'The last reply did not reach the citizen. If the ticket is closed now, the citizen is left without an answer.',
    rating: 'Rated by the citizen',
    ratingReasons: { slow: 'slow reply', unclear: 'hard to understand or incomplete', unsolved: 'not solved' },
    problems: {
      outcome: 'Choose an outcome before you close the ticket.',
      'other-note': 'With the outcome “Other”, write the reason into the note.',
    },
  },
  tags: {
    title: 'Tags',
    change: 'Change tags',
    label: 'Tags, parted by commas',
    rule: 'At most 10 tags of 30 characters. No names or data of citizens.',
    inUse: (tags) => `In use: ${tags.join(', ')}.`,
    save: 'Save tags',
  },
  notes: {
    title: 'Internal notes',
    rule: 'Only staff read them. They are never sent to the citizen.',
    otherTicket: '(on another ticket of this person)',
    label: 'Note for colleagues',
    mentionRule: (names) =>
      names.length === 0
        ? 'At most 2,000 characters.'
        : `At most 2,000 characters. Call a colleague by log-in name: ${names
            .slice(0, 12)
            .map((name) => `@${name}`)
            .join(', ')}${names.length > 12 ? '…' : '.'}`,
    save: 'Save note',
    unread: (count) => `${count} ${count === 1 ? 'note mentions' : 'notes mention'} you`,
    mentionsTitle: 'Notes that mention me',
    mentionsLead: 'A note counts as read once you open its ticket.',
    noMentions: 'No unread note.',
    openTicket: 'Open ticket',
    problems: {
      empty: 'The note is empty.',
      long: 'The note has more than 2,000 characters.',
      unknown: (names) =>
        `No colleague who can read the ticket is called ${names.map((name) => `@${name}`).join(', ')}. Your words are still in the box.`,
      gone: 'The data of this citizen was just erased, so no note can be kept any more.',
    },
  },
  hold: {
    title: 'Hold on data',
    lead: 'Where the law asks that it be kept (a complaint, an inspection, an investigation). While it is held, nothing of this person on this channel expires or can be erased; whoever asks for erasure is told so.',
    reason: 'Reason (5 to 500 characters; the citizen does not see it)',
    until: 'Last day (empty: until it is lifted)',
    place: 'Hold the data',
    change: 'Change reason or time',
    save: 'Save',
    release: 'Lift the hold',
    releaseRule: 'An erasure that was asked for is done at once and cannot be undone.',
    linked:
      'The citizen linked this conversation with those below. A hold here does not keep what is there: the citizen can still have erased what is not held.',
    linkedHeld: (isHeld, until) => (!isHeld ? 'not held' : until === null ? 'held' : `held to the end of ${until}`),
    holdLinked: 'Hold the linked conversations, too (what is held for another reason stays as it is)',
    releaseLinked: 'Lift the hold of the same reason on the linked conversations, too',
    held: (until) => (until === null ? 'The data is held.' : `The data is held to the end of ${until}.`),
    by: (name, day) => `${name}, ${day}`,
  },
  linked: {
    label: 'History shown',
    own: (channel) => `Only this channel (${channel})`,
    all: (count) => `All ${count} linked conversations`,
    rule: 'The citizen linked these conversations with a one-time code and can undo it at any time; staff cannot link for them. A reply goes to the channel of this ticket only.',
  },
  abuse: {
    title: 'Steps against misuse',
    rung: (rung) => `Step ${rung} of 4`,
    meanings: {
      1: 'The assistant asked for civil words and said how to get help.',
      2: 'The assistant said that it answers matters of education only, and is brief for 30 minutes.',
      3: 'The assistant said that it does not answer mere insults, advertising or repeated messages for 1 hour.',
      4: 'The assistant said that it does not answer mere insults, advertising or repeated messages for 24 hours.',
    },
    since: (moment) => `Since ${moment}`,
    until: (moment) => `In force until ${moment}`,
    rule: 'Questions on education, children in danger, complaints, requests for staff and rights over data are always answered. After each 24 quiet hours one step is forgotten.',
    lift: 'Take the citizen down',
  },
  history: { title: 'Other tickets of this person', none: 'No other ticket on this channel yet.' },
  attachment: {
    kind: (kind) => `Attached: ${kind}`,
    open: (host) => `Open at ${host}`,
    gone: 'the platform gives no address',
    hidden: 'opens for whoever holds the ticket',
  },
  presence: {
    viewing: (name) => `${name} has this ticket open too.`,
    typing: (name) => `${name} is writing a reply.`,
  },
  undo: {
    button: 'Undo',
    waits: 'Leaves in a few seconds.',
    left: 'Leaves in {n} seconds.',
    takenBack: 'Taken back before it was sent.',
  },
  transcript: { newLine: 'New' },
  windowUnits: 'd h min s',
};
