/**
 * Whose an address is, as far as counting tries goes. Whoever has one IPv6 address has the 2^64 of its /64, so those
 * count as one; an IPv4 address in IPv6 spelling is that IPv4 address. What is no address stands for itself.
 */
export function networkOf(ip: string): string {
  const groups = groupsOf(ip);
  if (!groups) return ip;
  if (IPV4_PREFIXES.has(groups.slice(0, 6).join(':')))
    return [...bytesOf(groups[6]!), ...bytesOf(groups[7]!)].join('.');
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** `::ffff:0:0/96` (mapped) and `64:ff9b::/96` (RFC 6052): behind them stands the whole of IPv4, not one network. */
const IPV4_PREFIXES = new Set(['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0']);

/** The eight groups of an IPv6 address in hexadecimal, without leading zeros and zone; null for anything else. */
function groupsOf(ip: string): string[] | null {
  const [head, tail, ...more] = withHexTail(ip.toLowerCase().replace(/%.*$/, '')).split('::');
  if (head === undefined || more.length > 0) return null;
  const before = partsOf(head);
  const after = partsOf(tail ?? '');
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  return groups.every((group) => /^[\da-f]{1,4}$/.test(group)) ? groups.map(hex) : null;
}

/** `::ffff:192.0.2.1` → `::ffff:c000:201` */
function withHexTail(ip: string): string {
  return ip.replace(/:(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, (_, ...bytes: string[]) => {
    const [a, b, c, d] = bytes.map(Number) as [number, number, number, number];
    return `:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
}

function partsOf(half: string): string[] {
  return half === '' ? [] : half.split(':');
}

function hex(group: string): string {
  return Number.parseInt(group, 16).toString(16);
}

function bytesOf(group: string): [number, number] {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 255];
}
