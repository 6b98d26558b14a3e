import { SHIFT_RESPONSES, SHIFT_TRIGGERS } from '@app/reflections/answer.types.js';
import { loggedShift, SHIFT_CHIPS, shiftQuery, shiftStep } from './shift-steps.rules.js';

const fieldsOf = (query: string) => Object.fromEntries(new URLSearchParams(query));

describe('the three taps about a small shift', () => {
  it('lead from one to the next, whatever is tapped', () => {
    expect(shiftStep({})).toEqual({ tap: 1 });
    for (const trigger of SHIFT_TRIGGERS) {
      expect(shiftStep(fieldsOf(shiftQuery(trigger)))).toEqual({ tap: 2, trigger });
      for (const response of SHIFT_RESPONSES) {
        const query = shiftQuery(trigger, response);
        expect(shiftStep(fieldsOf(query))).toEqual({ tap: 3, trigger, response });
        for (const chip of SHIFT_CHIPS) {
          expect(loggedShift({ ...fieldsOf(query), chip })).toEqual({ trigger, response, chip });
        }
        expect(loggedShift({ ...fieldsOf(query), chip: '' })).toEqual({ trigger, response, chip: null });
      }
    }
  });

  it('put nothing into the address that could be read there', () => {
    for (const trigger of SHIFT_TRIGGERS) expect(shiftQuery(trigger, 'paused')).toMatch(/^\?t=\d&r=\d$/);
  });

  it.each([
    [{ t: '99' }, 1],
    [{ t: 'family' }, 1],
    [{ r: '1' }, 1],
    [{ t: ['1', '2'] }, 1],
    [{ t: '9' }, 1],
    [{ t: '1', r: '9' }, 2],
    [{ t: '1', r: '' }, 2],
  ])('begin where something is missing: %j', (query, tap) => {
    expect(shiftStep(query).tap).toBe(tap);
  });

  it.each([
    {},
    { t: '1' },
    { t: '1', r: '1' },
    { t: '1', r: '1', chip: 'C1' },
    { t: '1', r: '1', chip: ['S1'] },
  ])('send nothing of %j', (fields) => expect(loggedShift(fields)).toBeNull());
});
