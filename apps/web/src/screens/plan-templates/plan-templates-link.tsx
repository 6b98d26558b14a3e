import { Link } from '@tanstack/react-router';
import { say } from '../../words-library.js';

/** The way back, above a title. */
export const PlanTemplatesLink = () => (
  <Link to="/plan-templates" className="up-link">
    {say('planTemplates.title')}
  </Link>
);
