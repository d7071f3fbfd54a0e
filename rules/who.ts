/**
 * Who the person is, whatever the topic: an adult in it, one who may be known in real life, a stranger met only online,
 * somebody of the reporter's own place. One event told under two topics finds the same person here.
 *
 * "A stranger" can be contradicted: by contact with children, pictures that may show a child they know, or a role with
 * children. Then the careful reading wins until it is asked once more, and for ever where pictures may show such a child.
 */
import { all, any, clear, is, not, topic, worried } from './when.ts';

/** An adult asked for, made, got, shared or threatened to share a picture of a child (line 115). */
export const pictureByAdult = all(topic('imagery'), worried('adultInvolved'));
/** An adult has, made, took or shared abusive images (line 145). */
export const adultImages = all(topic('adult'), is('adultConduct', 'images', 'both', 'unsure'));
const onlyContact = all(topic('adult'), is('adultConduct', 'contact'));
/** Told of already: a picture that an adult asked for or showed says what kind of contact it is. */
export const sexualAnyway = any(topic('blackmail'), pictureByAdult, all(topic('exposure'), worried('byAdult')));
/** Contact by ordinary, open means: nothing sexual or secret, no gifts, no meeting alone. */
export const calmContact = all(onlyContact, clear('contactSigns'), not(sexualAnyway));
const worryingContact = all(onlyContact, any(sexualAnyway, all(not(sexualAnyway), worried('contactSigns'))));
/** The adult of that topic, unless the contact is calm: then it is told of as how somebody behaves (other.ts). */
export const worryingAdult = any(adultImages, worryingContact);
/** An adult is in touch with a child: grooming, sexual messages, asking for pictures, threats over them. */
export const inTouch = any(all(topic('adult'), is('adultConduct', 'both', 'unsure')), worryingContact);
export const adultContact = any(inTouch, pictureByAdult, topic('blackmail'));
export const anyAdult = any(worryingAdult, topic('blackmail'), pictureByAdult);

/** Doubt counts where the question is asked; a yes counts wherever somebody says it. */
const showsKnownChild = any(
  all(adultImages, worried('knownChildrenInImages')),
  all(worryingAdult, is('knownChildrenInImages', 'yes')),
);
const seesChildren = any(
  all(adultImages, is('childContact', 'livesWith', 'unsupervised', 'otherContact', 'unsure')),
  all(worryingAdult, is('childContact', 'livesWith', 'unsupervised', 'otherContact')),
);
const roleIsSaid = is('positionOfTrust', 'yes', 'household');
export const nearChildren = any(seesChildren, all(worryingAdult, roleIsSaid));
const nearAndNotSettled = all(nearChildren, worried('knownAfterAll'));
const pictureSide = any(topic('blackmail'), pictureByAdult);
const knownBehindPicture = any(worried('adultKnown'), roleIsSaid);

const knownInAdultTopic = all(worryingAdult, any(worried('adultKnown'), showsKnownChild, nearAndNotSettled));
export const mayBeKnown = any(knownInAdultTopic, all(pictureSide, knownBehindPicture));

/** "A stranger" against another answer, where asking once more can settle it. */
export const strangerContradicted = all(clear('adultKnown'), nearChildren, not(showsKnownChild));
/** A stranger by the answer alone; another answer says otherwise, and stands. */
export const strangerOutweighed = all(clear('adultKnown'), mayBeKnown);
export const strangerOnline = all(
  clear('adultKnown'),
  any(
    all(worryingAdult, not(any(showsKnownChild, nearAndNotSettled))),
    all(pictureSide, is('positionOfTrust', 'no', 'unsure')),
  ),
);
/** Twice said to be met only online, although near children somewhere. */
export const strangerTwice = all(strangerContradicted, clear('knownAfterAll'));

/** The images show a child the adult knows: a picture that a known adult asked for or got is one (line 155). */
export const imagesOfKnownChild = any(showsKnownChild, all(pictureSide, knownBehindPicture));
export const imagesAndContact = any(
  seesChildren,
  imagesOfKnownChild,
  all(any(adultImages, pictureByAdult), is('positionOfTrust', 'yes')),
  all(adultImages, knownInAdultTopic, is('positionOfTrust', 'unsure')),
);
/** Found with images, and perhaps known: line 153 silences. */
export const imagesOfKnownAdult = any(all(adultImages, knownInAdultTopic), all(pictureByAdult, knownBehindPicture));

/** A picture or video is part of it, whatever the topic it is told under. */
export const pictureInIt = any(
  topic('imagery', 'blackmail', 'exposure'),
  adultImages,
  all(topic('bullying'), any(worried('upskirting'), worried('nudesInvolved'))),
  all(topic('content'), is('contentKind', 'childAbuseImages', 'unsure')),
);

/** Telling the parents may be telling the one it is about. */
const parentMayBeTheOne = all(any(topic('exposure', 'blackmail'), worryingAdult), worried('tellingParentsRisky'));
/** The adult may live with the child or fetch them. A role with children takes nothing away: foster carers have one. */
export const mayLiveWithChild = any(
  topic('domesticAbuse'),
  mayBeKnown,
  all(adultImages, is('childContact', 'livesWith', 'unsupervised', 'unsure')),
  parentMayBeTheOne,
);

/** How an adult behaves who works or volunteers with children, where nothing of it is a topic of its own. */
export const staffConduct = all(topic('other'), worried('staffConduct'));

const ofOtherTopics = topic('bullying', 'extremism', 'harmfulSites', 'domesticAbuse', 'other');
const pictureWithoutAdult = all(topic('imagery'), clear('adultInvolved'));
/** A side of the concern that no question about an adult is about. */
export const sideWithoutAdult = any(ofOtherTopics, pictureWithoutAdult, topic('exposure', 'content'));

const adultShowedIt = all(topic('adult'), worried('byAdult'));
const adultOnPage = all(worried('childKnown'), any(topic('adult'), pictureByAdult));
/** Such a side, where it did not hand over to questions about whoever is behind it either. */
export const sideOfNobodyKnown = any(
  ofOtherTopics,
  all(pictureWithoutAdult, not(topic('blackmail'))),
  all(topic('exposure'), not(adultShowedIt)),
  all(topic('content'), not(adultOnPage)),
);
