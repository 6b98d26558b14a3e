/** The library in the console: measures, safety checks, early signs and threads that a prompt may ask, and their rules. */
export const consoleAsks = {
  'asks.title': 'Checks and threads',
  'asks.what':
    'Each stands on pages of its own, after the questions above. Each can be left out by the client.',
  'asks.asksEarlySigns': 'The early signs agreed with the client',
  'asks.asksEarlySignsHint':
    'They become a choice, in the client’s own words. Where none are agreed, this is left out.',
  'asks.reviewsThreads': 'The threads shared with the client',
  'asks.reviewsThreadsHint':
    'Does each still fit, and where is it now? Where none are shared, this is left out.',
  'asks.safetyCheck': 'A safety check: one page of signs to tap',
  'asks.safetyCheckHint':
    'A sign that is tapped goes to the people on your rosters. A plan that asks it goes live once both rosters are set.',
  'asks.namesThread': 'The client may keep it as a thread',
  'asks.namesThreadHint': 'Below what they write: a name for it, or none yet.',
  'asks.rosters': 'Who answers',

  'asks.measure': 'A measure',
  'asks.measureHint':
    'One at most. Official wording only; the licence of each stands below once it is chosen.',
  'asks.noMeasure': 'None',
  'asks.published': 'Published',
  'asks.ownMeasures': 'Your clinic’s own',
  'asks.unknownMeasure': '{code}, version {n}',
  'asks.measureVersion': 'It asks version {n}. Version {newest} is newer.',
  'asks.takeMeasureVersion': 'Ask version {n}',
  'asks.pages':
    '{n, plural, one {# page} other {# pages}}, one question on each. Left unfinished, it is not scored.',
  'asks.window':
    'It looks back {n, plural, one {# day} other {# days}}. In a plan it is asked once no ketamine session lies within them.',
  'asks.mornings':
    'It asks about being better off dead, and the answer is told at once. So it goes out on staffed mornings, Monday to Thursday.',
  'asks.instead': 'Where nobody is there to answer, PHQ-8 goes out instead: the same, without that question.',
  'asks.event': 'It asks about one hard event. Name the event with the client before it is first asked.',
  'asks.licence': 'Licence: {licence}',
  'asks.source': 'Source: {source}',

  'builder.problem.needsQuestion':
    'Ask an open question too: what is kept as a thread is what is written there.',
  'builder.problem.needsMore': 'Ask something else too: a client may have none of these yet.',
  'builder.problem.tooMany': 'Ask at most 12 things in one prompt. Take one out.',

  'promptKind.measure': 'a measure',
  'promptKind.safety': 'a safety check',
  'promptKind.signs': 'early signs',
  'promptKind.threads': 'threads',
  'promptAsks.safetyCheck': 'safety check',
  'promptAsks.earlySigns': 'early signs',
  'promptAsks.threads': 'thread review',
  'promptAsks.namesThread': 'naming a thread',
  'promptAdvice.extras':
    'Early signs and threads add pages of the client’s own. The preview shows made-up ones.',

  'planStep.rule.staffed':
    '{title} goes out on staffed mornings only, Monday to Thursday. The time below is the earliest; leave it room to be late.',
  'planStep.rule.window':
    '{title} looks back {n, plural, one {# day} other {# days}}. It waits until no ketamine session lies within them.',
  'planStep.rule.rosters':
    'It asks how safe somebody is. A plan with it goes live once both rosters are set.',
  'planVersions.use': 'Take these steps',
  'planVersions.used': 'The steps of version {n} stand here. Publish them if they should stand again.',
} as const;
