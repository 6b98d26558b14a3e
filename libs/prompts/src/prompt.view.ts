import type { MailingStatus } from './mailing.types.js';
import type { PromptStatus } from './prompt-schedule.types.js';

/** Why a prompt stands where it stands: the code, its parameters, and the same in words. */
export class ReasonView {
  code!: string;
  params!: Record<string, string | number>;
  text!: string;
}

export class DeliveryView {
  status!: MailingStatus;
  /** Instant, ISO 8601; null while nothing has left. */
  at!: string | null;
}

/** One prompt as staff see it. `question` is null for who is outside the care team. */
export class PromptView {
  id!: string;
  version!: number;
  clientId!: string;
  status!: PromptStatus;
  held!: boolean;
  title!: string;
  question!: string | null;
  sendAt!: string;
  /** `sendAt` in words, on the client's clock. */
  localText!: string;
  timeZone!: string;
  reasons!: ReasonView[];
  delivery!: DeliveryView | null;
  sentAt!: string | null;
  answeredAt!: string | null;
}
