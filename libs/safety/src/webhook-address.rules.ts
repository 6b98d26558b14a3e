/** IPv4 ranges that are nobody's on the internet: [first address, bits]. RFC 6890 and the registry it began. */
const V4_RANGES: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * Whether an IP address belongs to a host on the internet: not to this machine, its network, a cloud's metadata, or
 * anything reserved. Of IPv6 only what is given out (2000::/3), without what only wraps an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  const mapped = /^(?:::ffff:)(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPublicAddress(mapped);
  if (address.includes(':')) return isPublicV6(address);
  const number = numberOf(address);
  return number !== null && !V4_RANGES.some(([first, bits]) => sharesBits(number, numberOf(first)!, bits));
}

function isPublicV6(address: string): boolean {
  const [first = 0, second = 0] = address.split(':').map((part) => Number.parseInt(part || '0', 16));
  const isGivenOut = first >= 0x2000 && first <= 0x3fff;
  // 2001::/23 is for protocols (Teredo among them), 2001:db8::/32 for books, 2002::/16 wraps IPv4, 3fff::/20 books.
  const isSpecial =
    (first === 0x2001 && (second < 0x0200 || second === 0x0db8)) || first === 0x2002 || first === 0x3fff;
  return isGivenOut && !isSpecial;
}

function numberOf(address: string): number | null {
  const parts = address.split('.').map(Number);
  const isAddress =
    parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255);
  return isAddress ? parts.reduce((sum, part) => sum * 256 + part, 0) : null;
}

function sharesBits(one: number, other: number, bits: number): boolean {
  const size = 2 ** (32 - bits);
  return Math.floor(one / size) === Math.floor(other / size);
}
