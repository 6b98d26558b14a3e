import { Link } from '@tanstack/react-router';
import { say } from '../../words-library.js';

/** The way back, above a title. */
export const LibraryLink = () => (
  <Link to="/library" className="up-link">
    {say('library.title')}
  </Link>
);
