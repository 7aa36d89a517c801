/** A moment as an article states it: what the publisher's clock read, and how far that clock is from UTC. */
export interface Timestamp {
  /** Valid for `<time datetime>` (HTML, "valid date string, local date and time string, or global date and time string"). */
  readonly iso: string;
  /** What the clock on the publisher's wall read, as milliseconds since 1970 on that same clock. */
  readonly wallClock: number;
  /** Minutes east of UTC. Absent where none is stated; the clock is then shown as it is. */
  readonly offset?: number | undefined;
  /** A date alone has no time to print. */
  readonly hasTime: boolean;
}

const MINUTE = 60_000;

// RFC 3339, and what real sites send near it: a space for the T, +0400, no seconds, no offset, a date alone.
const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Reads a date from untrusted JSON; `undefined` where it is none that exists. */
export function timestamp(value: unknown): Timestamp | undefined {
  if (typeof value !== 'string') return undefined;
  const match = PATTERN.exec(value.trim());
  if (!match) return undefined;
  const [, year, month, day, hour, minute = '00', second = '00', zone] = match;
  const date = `${year}-${month}-${day}`;
  // Date.UTC() rolls the 31st of February over into March: a date that does not come back unchanged does not exist.
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (Number(year) < 100 || new Date(midnight).toISOString().slice(0, 10) !== date) return undefined;
  if (hour === undefined) return { iso: date, wallClock: midnight, hasTime: false };
  // :60 is a leap second, which RFC 3339 allows and no clock prints.
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const offset = zone === undefined ? undefined : offsetMinutes(zone);
  if (Number.isNaN(offset)) return undefined;
  return {
    iso: `${date}T${hour}:${minute}:${second === '60' ? '59' : second}${zone === undefined ? '' : isoOffset(zone)}`,
    wallClock: midnight + (Number(hour) * 60 + Number(minute)) * MINUTE + Math.min(Number(second), 59) * 1000,
    offset,
    hasTime: true,
  };
}

/** Milliseconds since 1970 in UTC, for comparing. A clock of unknown zone is taken as UTC. */
export function instant(time: Timestamp): number {
  return time.wallClock - (time.offset ?? 0) * MINUTE;
}

function isoOffset(zone: string): string {
  if (/^z$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  // HTML knows no -00:00.
  return `${digits === '0000' ? '+' : zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** `NaN` for an offset that no clock on Earth has. */
function offsetMinutes(zone: string): number {
  const iso = isoOffset(zone);
  if (iso === 'Z') return 0;
  const hours = Number(iso.slice(1, 3));
  const minutes = Number(iso.slice(4));
  return hours > 23 || minutes > 59 ? NaN : (iso.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
