import { Body, Controller, Get, Module, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { Public } from '../auth/public.decorator.js';
import { FrontDoorModule } from '../front-door.module.js';
import { IdempotencyKey } from './idempotency-key.decorator.js';
import { ListQuery } from './list-query.dto.js';
import {
  IsCalendarDate,
  IsEmailAddress,
  IsInstantText,
  IsLocalTime,
  IsPlainText,
  IsTimeZone,
} from './validators.js';

class InnerDto {
  @IsCalendarDate()
  givenOn!: string;
}

/** One field of every kind. */
class ProbeDto {
  @IsPlainText({ max: 20 })
  line!: string;

  @IsOptional()
  @IsPlainText({ max: 40, multiline: true })
  words?: string;

  @IsOptional()
  @IsTimeZone()
  zone?: string;

  @IsOptional()
  @IsInstantText()
  at?: string;

  @IsOptional()
  @IsLocalTime()
  time?: string;

  @IsOptional()
  @IsEmailAddress()
  email?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  count?: number;

  @IsOptional()
  @IsIn(['iv', 'im'])
  route?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => InnerDto)
  inner?: InnerDto;
}

/** Stands for the features in the specs of the front door. */
@Controller('probe')
class ProbeController {
  @Public()
  @Post()
  take(@Body() body: ProbeDto, @IdempotencyKey() key: string | undefined): { body: ProbeDto; key?: string } {
    return { body, key };
  }

  @Public()
  @Get('list')
  list(@Query() query: ListQuery): ListQuery {
    return query;
  }

  @Public()
  @Get('from')
  from(@Req() request: FastifyRequest): { ip: string } {
    return { ip: request.ip };
  }

  @Public()
  @Get('broken')
  broken(): never {
    throw new Error('select * from clients where name = canary-4711');
  }

  @Post('closed/:id')
  closed(@Param('id') id: string, @Body() body: ProbeDto): { id: string; body: ProbeDto } {
    return { id, body };
  }

  @Public()
  @Post('open/:id')
  open(@Param('id') id: string, @Body() body: ProbeDto): { id: string; body: ProbeDto } {
    return { id, body };
  }
}

@Controller('r')
@Public()
class ProbeReplyController {
  @Post('form')
  form(@Body() body: Record<string, string>): Record<string, string> {
    return { ...body };
  }

  @Get('p/:token')
  page(): string {
    return 'page';
  }
}

@Module({ imports: [FrontDoorModule], controllers: [ProbeController, ProbeReplyController] })
export class ProbeModule {}
