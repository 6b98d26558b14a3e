import { AnswerPage } from './answer-page.js';
import { renderPage } from './render-page.js';
import { sampleAnswer, sampleFrame as frame } from './sample-props.js';

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
