/** A moment as an article states it: the time of the publisher's clock, and its offset from UTC. */
export interface Timestamp {
  /** Valid for `<time datetime>` (HTML, "valid date string, local date and time string, or global date and time string"). */
  readonly iso: string;
  /** Time of the publisher's clock, in milliseconds since 1970 on that clock. */
  readonly wallClock: number;
  /** Minutes east of UTC. Absent where the article states none; the time is then shown unchanged. */
  readonly offset?: number | undefined;
  /** A date alone has no time to print. */
  readonly hasTime: boolean;
}

const MINUTE = 60_000;

// RFC 3339, and what real sites send near it: a space for the T, +0400, no seconds, no offset, a date alone.
const PATTERN =
  /^(\d{4}-\d\d-\d\d)(?:[t ]([01]\d|2[0-3])(:[0-5]\d)(:[0-5]\d|:60)?(?:(?<=:\d\d:\d\d)[.,]\d{1,9})?\s?(z|([+-](?:[01]\d|2[0-3])):?([0-5]\d)?)?)?$/i;

/** Reads a date from untrusted JSON; `undefined` where it is none that exists. */
export function timestamp(value: unknown): Timestamp | undefined {
  const match = typeof value === 'string' && PATTERN.exec(value.trim());
  if (!match) return undefined;
  const [, date = '', hour, minute, second = ':00', zone, hours, minutes = '00'] = match;
  // RFC 3339 allows the leap second :60; clocks show :59.
  const local = hour === undefined ? date : `${date}T${hour}${minute}${second.replace('60', '59')}`;
  const wallClock = Date.parse(hour === undefined ? date : `${local}Z`);
  // To some browsers the 31st of February is the 3rd of March, to others none.
  // The years of the Persian and the Islamic calendar are no years of this one: 1404, 1447.
  if (date < '0100' || /^1[34]/.test(date) || !new Date(wallClock || 0).toISOString().startsWith(date))
    return undefined;
  if (hour === undefined) return { iso: date, wallClock, hasTime: false };
  // HTML knows no -00:00.
  const iso = local + (hours ? `${hours}:${minutes}`.replace('-00:00', '+00:00') : zone ? 'Z' : '');
  return { iso, wallClock, offset: zone ? (wallClock - Date.parse(iso)) / MINUTE : undefined, hasTime: true };
}

/** Milliseconds since 1970 in UTC, for comparing. A clock of unknown zone is taken as UTC. */
export function instant(time: Timestamp): number {
  return time.wallClock - (time.offset ?? 0) * MINUTE;
}
