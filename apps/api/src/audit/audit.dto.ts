import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { AuditFilter } from '@app/clients/audit-log/audit-log.queries.js';
import { instantOf, IsInstantText, IsPlainText } from '../http/validators.js';

/** Which rows of the audit log; what is not named does not matter. */
export class AuditFilterQuery {
  @IsOptional()
  @IsInstantText()
  from?: string;

  /** Not included. */
  @IsOptional()
  @IsInstantText()
  to?: string;

  @IsOptional()
  @IsUUID()
  staffMemberId?: string;

  @IsOptional()
  @IsUUID()
  clientId?: string;

  /** e.g. `client.read` */
  @IsOptional()
  @IsPlainText({ max: 100 })
  action?: string;

  @IsOptional()
  @IsIn(['done', 'refused'])
  outcome?: 'done' | 'refused';
}

/** A slice of these rows, newest first. */
export class AuditEventsQuery extends AuditFilterQuery {
  /** The `next` of the slice before. */
  @IsOptional()
  @IsUUID()
  after?: string;

  /** 1 to 200. */
  @ApiProperty({ type: Number, required: false })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

export function auditFilter({ from, to, ...others }: AuditFilterQuery): AuditFilter {
  const { staffMemberId, clientId, action, outcome } = others;
  return {
    ...(from !== undefined && { from: instantOf(from) }),
    ...(to !== undefined && { to: instantOf(to) }),
    staffMemberId,
    clientId,
    action,
    outcome,
  };
}
