/** Fields of a choice, of a rating and of an item of a measure: this, and the id of the question. */
export const CHOICE_FIELD = 'choice-';
export const RATING_FIELD = 'rating-';
export const ITEM_FIELD = 'item-';
/** Signs of a safety check, and what stands for none of them. */
export const SIGNS_FIELD = 'signs';
export const NO_SIGN = 'none';
/** "Do you feel safe until you next talk with us?" */
export const FEELS_SAFE_FIELD = 'feels-safe';
/** The open page: keep this as a thread, and its name. */
export const THREAD_FIELD = 'keep-thread';
export const THREAD_NAME_FIELD = 'thread-name';
