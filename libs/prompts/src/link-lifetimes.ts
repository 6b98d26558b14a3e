/** A fresh link, and one to leave something unasked, work this long. */
export const FRESH_LINK_MINUTES = 15;
