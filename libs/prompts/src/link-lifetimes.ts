/** A fresh link, one to leave something unasked, and one to read what was sent work this long. */
export const FRESH_LINK_MINUTES = 15;
