/**
 * Places that go by two names. Which of the two a browser sends depends on the age of its data; the database
 * knows both.
 */
const TWO_NAMES = [
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
].flat();

/**
 * The zones we take: places only, and UTC. An abbreviation such as `PST` or `CET` is a zone with summer time to
 * one reader and a fixed offset to another: a prompt would go out an hour off.
 */
export const TIME_ZONES: ReadonlySet<string> = new Set([
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && !zone.startsWith('Etc/')),
  ...TWO_NAMES,
]);

/** A zone that JavaScript and the database read alike. Letter case counts. */
export function isTimeZone(text: string): boolean {
  return TIME_ZONES.has(text);
}
