import type { ReplyPage } from '@app/course/reply-page.js';
import type { FormProps } from './views/props.js';

/** A reply page with the address and the form that belong to it. */
export interface Screen {
  page: ReplyPage;
  mailingId: string;
  /** For acts of the group `answer`; the request for a call is posted with it too. */
  form: FormProps;
  /** Nobody asked for what is left here. */
  isUnasked?: boolean;
}
