import { IsIn } from 'class-validator';
import type { RestLength } from '@app/clients/client.types.js';

export class RestDto {
  /** Until when: so many days, the next booked call, or until they say so. */
  @IsIn(['three-days', 'week', 'next-call', 'open'])
  length!: RestLength;
}
