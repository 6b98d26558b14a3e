import { useQuery } from '@tanstack/react-query';
import { planTemplatesQuery, type PlanTemplateView } from '../../api-client/calls-library.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { say } from '../../words-plan.js';
import { Brings } from '../plan-templates/brings-line.js';
import { fieldsFrom, type StepFields } from './staging.js';

interface TemplatePickerProps {
  onPick(template: PlanTemplateView, steps: StepFields[]): void;
  onClose(): void;
}

/** Lays a template over the plan, as edits that are not live. */
export function TemplatePicker({ onPick, onClose }: TemplatePickerProps) {
  const templates = useQuery(planTemplatesQuery());
  return (
    <Dialog title={say('planner.templateTitle')} onClose={onClose}>
      <p>{say('planner.templateWhat')}</p>
      {templates.isPending && <Loading rows={4} isCard={false} />}
      {templates.error && <Failure error={templates.error} retry={() => void templates.refetch()} />}
      <ul className="picks">
        {templates.data
          ?.filter(({ archivedAt }) => !archivedAt)
          .map((template) => (
            <li key={template.id}>
              <button
                type="button"
                className="pick"
                onClick={() => onPick(template, template.steps.map(fieldsFrom))}
              >
                <b>{say('planner.templatePick', { title: template.title })}</b>
                <span className="quiet small">{template.steps.map(({ title }) => title).join(' · ')}</span>
                <Brings steps={template.steps} />
                <span className="quiet tiny facts">
                  <span>{say(template.starter ? 'planner.starter' : 'planner.own')}</span>
                  <span>{say('planner.templateSteps', { n: template.steps.length })}</span>
                </span>
              </button>
            </li>
          ))}
      </ul>
      <div className="dialog-acts">
        <Button kind="plain" onPress={onClose}>
          {say('act.back')}
        </Button>
      </div>
    </Dialog>
  );
}
