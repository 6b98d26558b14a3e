export type ClientStatus = 'active' | 'on_hold' | 'transferred' | 'discharged' | 'died';

/** `words` reads everything the client sends; `body` safety checks and measures only; `supervisor` reads all. */
export type Seat = 'words' | 'body' | 'supervisor';

/** How often a client wants to be asked. A step names the slowest pace at which it is still asked. */
export type Pace = 'gentle' | 'steady' | 'often';

/** How long a client's questions rest. `open`: until they say so. */
export type RestLength = 'three-days' | 'week' | 'next-call' | 'open';
