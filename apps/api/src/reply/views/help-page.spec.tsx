import type { HelpProps } from '@app/design/page-frame.types.js';
import { CallMePage } from './call-me-page.js';
import { HelpPage } from './help-page.js';
import { renderPage } from './render-page.js';
import { sampleFrame } from './sample-props.js';

const own: HelpProps['countries'][number] = {
  country: 'Sweden',
  crisisLine: { label: 'Night line', number: '+46 8 555 01 10', note: 'From dusk to dawn.' },
  emergencyNumber: '140',
  emergencyNote: 'Mountain rescue. Any hour.',
};
const frameWith = (help: Partial<HelpProps>) => ({
  ...sampleFrame,
  help: { ...sampleFrame.help, ...help },
});
const page = (help: Partial<HelpProps>) => renderPage(<HelpPage frame={frameWith(help)} backUrl={null} />);
const callPage = (help: Partial<HelpProps>) =>
  renderPage(
    <CallMePage
      frame={frameWith(help)}
      seenBy={null}
      already={false}
      hasNumber
      wordsSaved={false}
      backUrl={null}
    />,
  );

describe('help on a page', () => {
  it('is what the clinic chose itself, by name and number', () => {
    const html = page({ countries: [own] });
    expect(html).toContain('Night line, +46 8 555 01 10');
    expect(html).toContain('href="tel:+4685550110"');
    expect(html).toContain('In danger now? Call 140');
    expect(html).toContain('Mountain rescue. Any hour.');
    expect(html).not.toContain('They can come to you.');
  });

  it('says "your local emergency number" where none is known, and links to none', () => {
    const { emergencyNote: _, ...rest } = own;
    const help = { countries: [{ ...rest, emergencyNumber: null }] };
    for (const html of [page(help), callPage(help)]) {
      expect(html).toContain('In danger now? Call your local emergency number.');
      expect(html).not.toMatch(/tel:(null|911|")/);
    }
  });

  it('has no empty row where no crisis line is known', () => {
    const help = { countries: [{ ...own, crisisLine: null }] };
    expect(page(help)).not.toContain('<li></li>');
    expect(callPage(help)).toContain('<a href="#help">Help now</a>');
  });

  it('names who is outside the care team, last', () => {
    const html = page({ otherContact: { name: 'Orla Finch', phone: '208 555 0120', note: 'Weekdays.' } });
    const help = html.slice(html.indexOf('id="help"'));
    expect(help).toContain('Would you rather tell someone else about your care?');
    expect(help).toContain('Call Orla Finch, 208 555 0120');
    expect(help).toContain('Weekdays.');
    expect(help).toContain('Orla Finch is not on your care team.');
    expect(help.indexOf('Orla Finch')).toBeGreaterThan(help.indexOf('Call 911'));
  });
});
