import { AnswerPage } from './answer-page.js';
import { renderPage } from './render-page.js';
import { sampleAnswer, sampleFrame as frame } from './sample-props.js';
import { ChoicePage, RatingPage } from './tap-pages.js';

const hostile = '</textarea><script>alert(1)</script>" onfocus="x';

describe('the answer page', () => {
  it('keeps words as words', () => {
    const html = renderPage(<AnswerPage {...sampleAnswer} words={hostile} />);
    expect(html).toContain(
      '&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onfocus=&quot;x</textarea>',
    );
  });

  it('offers its acts as buttons of one form', () => {
    const html = renderPage(<AnswerPage {...sampleAnswer} />);
    const acts = [...html.matchAll(/<button [^>]*value="([a-z-]+)"/g)].map(([, act]) => act);
    expect(acts).toEqual(['send', 'nothing', 'save', 'tonight', 'tomorrow', 'skip', 'call-me']);
  });

  it('takes what was typed along when the clinic is asked to call', () => {
    const html = renderPage(<AnswerPage {...sampleAnswer} />);
    expect(html).toMatch(/<button [^>]*value="call-me" form="answer" name="act">/);
    const elsewhere = {
      ...frame,
      help: { ...frame.help, callMe: { action: '/call', nonce: 'nonce-1', note: null } },
    };
    expect(renderPage(<AnswerPage {...sampleAnswer} frame={elsewhere} />)).toContain(
      '<form action="/call" method="post">',
    );
  });

  it('says who reads by when, and that nobody watches', () => {
    const html = renderPage(<AnswerPage {...sampleAnswer} />);
    expect(html).toContain('Maren plans to read this before your call on Tuesday 10 November.');
    expect(html).toContain('Nobody is watching this page around the clock.');
  });

  it('shows the chosen taps and chips again', () => {
    const html = renderPage(
      <AnswerPage
        {...sampleAnswer}
        chips={[{ value: 'c1', label: 'Relief, then confusion', chosen: true }]}
      />,
    );
    expect(html).toContain('name="ease" checked="" value="4"');
    expect(html).toContain('name="chips" checked="" value="c1"');
    expect(html.match(/checked=""/g)).toHaveLength(2);
  });

  it('names a problem at the top, in the title and at the field, with the words kept', () => {
    const html = renderPage(<AnswerPage {...sampleAnswer} problem={{ code: 'notSent' }} />);
    expect(html).toContain('<title>Problem: A short question from Maren</title>');
    expect(html).toContain('There is a problem');
    expect(html).toContain('aria-describedby="hint words-problem saved" aria-invalid="true"');
    expect(html.match(/We could not send just now/g)).toHaveLength(2);
    expect(html).toContain('in the queue at the pharmacy');
  });

  it('meets an empty send with an offer, not with a problem', () => {
    const html = renderPage(<AnswerPage {...sampleAnswer} words="" nothingWritten />);
    expect(html).toContain('There is nothing here yet, and that’s fine.');
    expect(html).not.toContain('There is a problem');
  });

  it('saves by itself only what is not sent yet', () => {
    expect(renderPage(<AnswerPage {...sampleAnswer} />)).toContain('data-autosave=""');
    const sent = { kind: 'sent', time: '8:49 am' } as const;
    expect(renderPage(<AnswerPage {...sampleAnswer} state={sent} />)).not.toContain('data-autosave');
  });
});

describe('a page of several', () => {
  const actsOf = (html: string) =>
    [...html.matchAll(/<button [^>]*value="([a-z-]+)"/g)].map(([, act]) => act);
  const choice = {
    ...sampleAnswer,
    id: 'where',
    question: 'Where were you?',
    hint: null,
    many: false,
    options: [
      { value: 'home', label: 'At home', chosen: false },
      { value: 'away', label: 'Away', chosen: true },
    ],
  };

  it('leads on first, and keeps every other act but Send', () => {
    const html = renderPage(<ChoicePage {...choice} step={{ page: 2, of: 3 }} />);
    expect(actsOf(html)).toEqual([
      'continue',
      'nothing',
      'save',
      'back',
      'tonight',
      'tomorrow',
      'skip',
      'call-me',
    ]);
    expect(html).toContain('<input type="hidden" name="page" value="2"/>');
    expect(html).not.toContain('Can this wait?');
  });

  it('asks whether it can wait beside Send alone', () => {
    const wait = { chosen: 'can-wait', soonDay: 'Tuesday 3 November' } as const;
    const html = renderPage(<ChoicePage {...choice} step={{ page: 3, of: 3 }} wait={wait} />);
    expect(actsOf(html)[0]).toBe('send');
    expect(html).toContain('Please read it by the next working day (by Tuesday 3 November)');
    expect(html).toContain('name="wait" checked="" value="can-wait"');
    expect(renderPage(<ChoicePage {...choice} step={{ page: 1, of: 3 }} wait={wait} />)).not.toContain(
      'name="wait"',
    );
  });

  it('has radios for one answer and boxes for several', () => {
    expect(renderPage(<ChoicePage {...choice} />)).toMatch(
      /type="radio" id="tap-2" name="choice-where" checked="" value="away"/,
    );
    expect(renderPage(<ChoicePage {...choice} many />)).toMatch(
      /type="checkbox" id="tap-1" name="choice-where" value="home"/,
    );
  });

  it('offers eleven steps with the words of both ends', () => {
    const rating = { ...sampleAnswer, id: 'steady', question: 'How steady?', low: 'marsh', high: 'granite' };
    const html = renderPage(<RatingPage {...rating} chosen={0} />);
    expect(html.match(/name="rating-steady"/g)).toHaveLength(11);
    expect(html).toContain('name="rating-steady" checked="" value="0"');
    expect(html).toContain('0 is “marsh”. 10 is “granite”.');
  });
});
