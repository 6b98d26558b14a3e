import type { Type } from '@nestjs/common';
import type { Malformed } from '../http/malformed.js';
import { requestPipe } from '../http/request-pipe.js';
import { ChangeClinicDto } from './clinic.dto.js';
import { PutCrisisContactDto } from './crisis-contact.dto.js';
import { AddLocationDto, ChangeLocationDto } from './location.dto.js';
import { PutRosterDto } from './roster.dto.js';

const ID = '018f0000-0000-7000-8000-000000000000';
const location = {
  name: 'Quiet Annex',
  timeZone: 'America/Denver',
  quietFrom: '20:00',
  quietTo: '09:00',
  openFrom: '09:00',
  openTo: '17:00',
  openDays: [1, 7],
};
const contact = { label: 'Orla Finch', phone: '+1 208 555 0120', note: '', verifiedOn: '2026-01-05' };
const { name: _, timeZone: __, quietFrom: ___, quietTo: ____, ...hours } = location;
const roster = { locationId: ID, responderId: ID, backupId: ID, leadId: ID, ...hours, holidays: [] };
const GOOD = new Map<Type, object>([
  [
    ChangeClinicDto,
    { version: 1, name: 'Fernhollow', country: 'US', phone: '208 555 0142', readingDays: [] },
  ],
  [AddLocationDto, location],
  [ChangeLocationDto, { version: 1 }],
  [PutCrisisContactDto, contact],
  [PutRosterDto, roster],
]);

/** The field a body is refused for; null when it is taken. */
async function refusedFor(dto: Type, body: object): Promise<string | null> {
  try {
    await requestPipe().transform(body, { type: 'body', metatype: dto });
    return null;
  } catch (error) {
    return (error as Malformed).errors[0]?.field ?? 'nothing named';
  }
}

describe('what a clinic’s settings take', () => {
  it.each([...GOOD])('%p takes a body as it should be', async (dto, body) => {
    expect(await refusedFor(dto, body)).toBeNull();
  });

  it.each<[Type, string, unknown]>([
    [ChangeClinicDto, 'version', undefined],
    [ChangeClinicDto, 'version', 0],
    [ChangeClinicDto, 'name', ' '],
    [ChangeClinicDto, 'name', null],
    [ChangeClinicDto, 'name', 'x'.repeat(121)],
    [ChangeClinicDto, 'shortName', 'x'.repeat(61)],
    [ChangeClinicDto, 'country', 'us'],
    [ChangeClinicDto, 'country', 'XX'],
    [ChangeClinicDto, 'country', 'USA'],
    [ChangeClinicDto, 'phone', ''],
    [ChangeClinicDto, 'phone', 'call us'],
    [ChangeClinicDto, 'phone', '1'.repeat(41)],
    [ChangeClinicDto, 'phone', '208\n555'],
    [ChangeClinicDto, 'readingDays', [1, 1]],
    [ChangeClinicDto, 'readingDays', [0]],
    [ChangeClinicDto, 'readingDays', [8]],
    [ChangeClinicDto, 'readingDays', ['1']],
    [ChangeClinicDto, 'readingDays', 1],
    [ChangeClinicDto, 'setUpAt', '2026-01-05T00:00:00Z'],
    [AddLocationDto, 'timeZone', 'PST'],
    [AddLocationDto, 'quietFrom', '24:00'],
    [AddLocationDto, 'openTo', '9:00'],
    [AddLocationDto, 'openDays', []],
    [AddLocationDto, 'version', 1],
    [ChangeLocationDto, 'openDays', [1, 8]],
    [ChangeLocationDto, 'timeZone', null],
    [PutCrisisContactDto, 'version', null],
    [PutCrisisContactDto, 'label', 'x'.repeat(81)],
    [PutCrisisContactDto, 'phone', 'x'.repeat(41)],
    [PutCrisisContactDto, 'note', 'x'.repeat(201)],
    [PutCrisisContactDto, 'note', undefined],
    [PutCrisisContactDto, 'verifiedOn', '2026-02-30'],
    [PutCrisisContactDto, 'kind', 'emergency'],
    [PutRosterDto, 'responderId', 'maren'],
    [PutRosterDto, 'outsideBackupEmail', 'orla'],
    [PutRosterDto, 'openDays', []],
    [PutRosterDto, 'holidays', ['2026-12-25', '2026-12-25']],
    [PutRosterDto, 'holidays', ['25 December']],
    [PutRosterDto, 'holidays', Array.from({ length: 61 }, (_each, day) => date(day))],
    [PutRosterDto, 'holidays', undefined],
  ])('%p refuses its %s %j', async (dto, field, value) => {
    expect(await refusedFor(dto, { ...GOOD.get(dto), [field]: value })).toBe(field);
  });

  it('take 60 holidays, and nobody as backup', async () => {
    const holidays = Array.from({ length: 60 }, (_each, day) => date(day));
    expect(await refusedFor(PutRosterDto, { ...roster, holidays, backupId: null })).toBeNull();
  });
});

function date(day: number): string {
  return new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
}
