import { Injectable } from '@nestjs/common';
import { StaffDigests } from '@app/briefs/staff-digests.service.js';
import { eachRow } from '../each-row.js';

/** Writes the morning mails that are due; they go out as every mail to an account does. */
@Injectable()
export class WriteStaffDigestsJob {
  constructor(private readonly digests: StaffDigests) {}

  async run(): Promise<void> {
    await eachRow(await this.digests.due(), (due) => this.digests.write(due));
  }
}
