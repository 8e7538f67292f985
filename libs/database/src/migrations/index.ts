import { InitialSchema1795305600000 } from './1795305600000-InitialSchema.js';
import { AddAccounts1795392000000 } from './1795392000000-AddAccounts.js';
import { AddReviews1795395600000 } from './1795395600000-AddReviews.js';
import { AddReviewTools1795399200000 } from './1795399200000-AddReviewTools.js';
import { IndexCommentTexts1795399260000 } from './1795399260000-IndexCommentTexts.js';
import { IndexReviews1795402800000 } from './1795402800000-IndexReviews.js';
import { AddReaders1795403400000 } from './1795403400000-AddReaders.js';
import { AddThreads1795406400000 } from './1795406400000-AddThreads.js';
import { IndexThreads1795406460000 } from './1795406460000-IndexThreads.js';
import { AddIntegrations1795410000000 } from './1795410000000-AddIntegrations.js';
import { AddOutsideComments1795413600000 } from './1795413600000-AddOutsideComments.js';
import { IndexFeedback1795417200000 } from './1795417200000-IndexFeedback.js';
import { IndexDecidedBy1795420800000 } from './1795420800000-IndexDecidedBy.js';
import { EncryptSecrets1795424400000 } from './1795424400000-EncryptSecrets.js';
import { LeaveRepliesOutOfBest1795424460000 } from './1795424460000-LeaveRepliesOutOfBest.js';
import { IndexNearDuplicates1795428000000 } from './1795428000000-IndexNearDuplicates.js';
import { IndexDecidedByFilter1795431600000 } from './1795431600000-IndexDecidedByFilter.js';
import { AddTextStatistics1795435200000 } from './1795435200000-AddTextStatistics.js';
import { AddPolicyAuthors1795438800000 } from './1795438800000-AddPolicyAuthors.js';
import { IndexPlainWords1795446000000 } from './1795446000000-IndexPlainWords.js';
import { AddSiteSettings1795451400000 } from './1795451400000-AddSiteSettings.js';

/** All migrations, oldest first. */
export const MIGRATIONS = [
  InitialSchema1795305600000,
  AddAccounts1795392000000,
  AddReviews1795395600000,
  AddReviewTools1795399200000,
  IndexCommentTexts1795399260000,
  IndexReviews1795402800000,
  AddReaders1795403400000,
  AddThreads1795406400000,
  IndexThreads1795406460000,
  AddIntegrations1795410000000,
  AddOutsideComments1795413600000,
  IndexFeedback1795417200000,
  IndexDecidedBy1795420800000,
  EncryptSecrets1795424400000,
  LeaveRepliesOutOfBest1795424460000,
  IndexNearDuplicates1795428000000,
  IndexDecidedByFilter1795431600000,
  AddTextStatistics1795435200000,
  AddPolicyAuthors1795438800000,
  IndexPlainWords1795446000000,
  AddSiteSettings1795451400000,
];
