import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ClinicStartsService } from '@app/clinics/founding/clinic-starts.service.js';
import { Public } from '../auth/public.decorator.js';
import { AcceptClinicStartDto, AskForClinicStartDto, OpenClinicStartDto } from './clinic-start.dto.js';
import { OpenedClinicStartView } from './clinic-start.view.js';

/** Starting a clinic oneself. Where the service is closed to it, none of this exists. */
@Controller('clinic-starts')
@Public()
export class ClinicStartsController {
  constructor(private readonly starts: ClinicStartsService) {}

  /** Asks for a link. The answer is the same whether the address has an account or not. */
  @Post()
  @HttpCode(202)
  async ask(@Body() { email }: AskForClinicStartDto, @Ip() ip: string): Promise<object> {
    await this.starts.request(email, ip);
    return {};
  }

  /** What the link holds. Changes nothing: programs that open links in mail may call it. */
  @Post('opening')
  @HttpCode(200)
  open(@Body() { token }: OpenClinicStartDto): Promise<OpenedClinicStartView> {
    return this.starts.open(token);
  }

  /** Uses the link up: makes the account, the clinic and its first location. The person then signs in as usual. */
  @Post('acceptance')
  @HttpCode(204)
  accept(@Body() { token, name, password, ...clinic }: AcceptClinicStartDto): Promise<void> {
    return this.starts.accept(token, { name, password }, clinic);
  }
}
