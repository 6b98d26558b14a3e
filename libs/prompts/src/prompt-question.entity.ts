import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The question as it was asked, copied when it was sent. A later edit of the template must not rewrite it. */
@Entity('prompt_questions')
export class PromptQuestion {
  @PrimaryColumn({ name: 'clinic_id', type: 'uuid' })
  clinicId!: string;

  @PrimaryColumn({ name: 'prompt_id', type: 'uuid' })
  promptId!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  clientId!: string;

  @Column({ name: 'question_sealed', type: 'bytea' })
  questionSealed!: Buffer;
}
