import { closingNotes, type MailHelp } from './email-help.js';
import { isTelling } from './neutral-sender.js';
import { say } from '../words/say.js';

const help: MailHelp = {
  crisisLabel: 'Call or text 988',
  crisisNumber: '988',
  clinicPhone: '208 555 0142',
  emergencyNumber: '911',
};
const notes = (wish: Partial<MailHelp>) => closingNotes(say, { ...help, ...wish }, null);

describe('the lines under an e-mail to a client', () => {
  it('name the crisis line, the clinic and the emergency number', () => {
    expect(notes({})).toEqual([
      'Nobody watches this mailbox around the clock.',
      'If today feels like too much: Call or text 988',
      'The clinic: 208 555 0142',
      'In danger now? Call 911.',
    ]);
  });

  it('name the number of a line that a clinic calls by its name alone', () => {
    expect(notes({ crisisLabel: 'Night line', crisisNumber: '208 555 0110' })).toContain(
      'If today feels like too much: Night line, 208 555 0110',
    );
  });

  it('name no line of another country: where none is known, the clinic and the local number', () => {
    expect(notes({ crisisLabel: null, crisisNumber: null, emergencyNumber: null })).toEqual([
      'Nobody watches this mailbox around the clock.',
      'If today feels like too much: Call the clinic, 208 555 0142',
      'In danger now? Call your local emergency number.',
    ]);
  });

  it('name who is outside the care team', () => {
    expect(notes({ otherContact: { name: 'Orla Finch', phone: '208 555 0120' } }).at(-1)).toBe(
      'Would you rather tell someone else about your care? Orla Finch, 208 555 0120',
    );
  });

  it('leave out a name that would tell what the clinic treats with, and keep the number', () => {
    const lines = notes({
      crisisLabel: 'Ketamine night line',
      otherContact: { name: 'Ketamine Therapy Ombudsman', phone: '208 555 0120' },
    });
    expect(lines.map(String).filter(isTelling)).toEqual([]);
    expect(lines).toContain('If today feels like too much: Call 988');
    expect(lines.at(-1)).toContain('208 555 0120');
  });
});
