import { IsPlainText } from '../http/validators.js';

export class StartPlanDto {
  /** Code of a plan template, e.g. `steady`. */
  @IsPlainText({ max: 60 })
  template!: string;
}
