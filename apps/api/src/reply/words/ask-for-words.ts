import { FRESH_LINK_MINUTES } from '@app/prompts/link-lifetimes.js';
import type { AskForWordsProps, FormProps } from '../views/props.js';

/** The button "Read what you sent" of a page of this mailing, posted with the nonce of that page. */
export function askForWords({ mailingId, form }: { mailingId: string; form: FormProps }): AskForWordsProps {
  return { form: { ...form, action: `/r/p/${mailingId}/words-link` }, minutes: FRESH_LINK_MINUTES };
}
