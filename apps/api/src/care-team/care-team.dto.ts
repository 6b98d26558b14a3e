import { IsIn } from 'class-validator';
import type { Seat } from '@app/clients/client.types.js';

export class SeatDto {
  @IsIn(['words', 'body', 'supervisor'])
  seat!: Seat;
}
