const DAY_SECONDS = 86_400;
const LAST_DAY = 2_958_465;
/** Days by which the two date systems differ. */
const SHIFT_1904 = 1462;

/**
 * A spreadsheet's day number as ISO text, with the time if there is one; `null` outside the calendar.
 * The 1900 system counts a 29 February 1900 that never was: day 60 is shown as it is, days before it
 * stand one further on.
 */
export function serialToIso(serial: number, date1904: boolean): string | null {
  if (!(serial >= 0 && serial <= LAST_DAY)) return null;
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * DAY_SECONDS);
  if (seconds === DAY_SECONDS) {
    day++;
    seconds = 0;
  }
  if (date1904) day += SHIFT_1904;
  const time = seconds === 0 ? '' : `T${new Date(seconds * 1000).toISOString().slice(11, 19)}`;
  return knownDay(day) + time;
}

/** Whether `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS` is a day and time there is: 31 February would be taken for a day of March. */
export function isInCalendar(iso: string): boolean {
  const [day = '', time = '00:00:00'] = iso.split('T');
  const date = new Date(`${day}T${time}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** A column of dates says the same days over and over; a day takes longer to work out than a cell to read. */
const KNOWN = 4096;
const knownNumbers = new Int32Array(KNOWN).fill(-1);
const knownTexts: string[] = new Array(KNOWN).fill('');

function knownDay(day: number): string {
  const slot = day & (KNOWN - 1);
  if (knownNumbers[slot] !== day) {
    knownNumbers[slot] = day;
    knownTexts[slot] = calendarDay(day);
  }
  return knownTexts[slot] as string;
}

function calendarDay(day: number): string {
  if (day === 60) return '1900-02-29';
  if (day === 0) return '1900-01-00';
  const base = day > 60 ? Date.UTC(1899, 11, 30) : Date.UTC(1899, 11, 31);
  return new Date(base + day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}
