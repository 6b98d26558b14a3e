import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { LocationListView, LocationView } from '@app/clinics/settings/location.view.js';
import { LocationsService } from '@app/clinics/settings/locations.service.js';
import { LocationCourseService } from '@app/course/location-course.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { AddLocationDto, ChangeLocationDto } from './location.dto.js';

@Controller('locations')
export class LocationsController {
  constructor(
    private readonly locations: LocationsService,
    private readonly course: LocationCourseService,
  ) {}

  /** The places of the clinic, by name. */
  @Get()
  async list(@By() actor: StaffActor): Promise<LocationListView> {
    return { items: await this.locations.list(actor), next: null };
  }

  /** Adds a place. */
  @Post()
  @Roles('admin')
  add(
    @By() actor: StaffActor,
    @Body() body: AddLocationDto,
    @IdempotencyKey() key: string | undefined,
  ): Promise<LocationView> {
    return this.locations.add(actor, body, key);
  }

  /** Changes a place, or confirms it as it stands; unsent prompts follow its quiet hours. */
  @Patch(':id')
  @Roles('admin')
  change(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: ChangeLocationDto,
  ): Promise<LocationView> {
    return this.course.changeLocation(actor, id, body);
  }
}
