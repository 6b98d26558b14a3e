import { Link } from '@tanstack/react-router';
import { say } from '../../words-library.js';

/** Where it says who answers; it opens beside what is being written. */
export const RostersLink = () => (
  <p className="small">
    <Link to="/settings/rosters" target="_blank">
      {say('asks.rosters')}
    </Link>
  </p>
);
