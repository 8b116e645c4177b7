<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
<context>
    <name>About</name>
    <message>
        <source>À propos</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Vis-à-Vis, version {version}</source>
        <translation>Vis-à-Vis, version {version}</translation>
    </message>
    <message>
        <source>Votre travail est gardé dans ce fichier</source>
        <translation>Your work is kept in this file</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas chiffré</source>
        <translation>This file is not encrypted</translation>
    </message>
    <message>
        <source>Qui a accès à ce poste peut le lire&#xa0;: n’y mettez pas de vrais clients sans l’accord de votre entreprise. Ce qui est relié à une base partagée est, lui, toujours chiffré.</source>
        <translation>Anyone with access to this computer can read it: put no real customers in it without your company’s consent. What belongs to a shared database is always encrypted.</translation>
    </message>
    <message>
        <source>Avec Qt et PySide6 (LGPL v3), qasync (BSD), SQLAlchemy (MIT), SQLCipher (BSD), pydantic (MIT), la police Inter (OFL 1.1) et les icônes Lucide (ISC).</source>
        <translation>With Qt and PySide6 (LGPL v3), qasync (BSD), SQLAlchemy (MIT), SQLCipher (BSD), pydantic (MIT), the Inter typeface (OFL 1.1) and the Lucide icons (ISC).</translation>
    </message>
</context>
<context>
    <name>Account</name>
    <message>
        <source>Compte</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Retirer mes données de ce poste…</source>
        <translation>Remove my data from this computer…</translation>
    </message>
    <message>
        <source>Ce qui est dans la base partagée y reste&#xa0;: seule la copie de ce poste s’en va. Tant que quelque chose attend ici, rien n’est retiré.</source>
        <translation>What is in the shared database stays there: only the copy on this computer goes. As long as something waits here, nothing is removed.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Étape suivante du guide</source>
        <translation>Next step of the guide</translation>
    </message>
    <message>
        <source>Étape précédente du guide</source>
        <translation>Previous step of the guide</translation>
    </message>
    <message>
        <source>M’écarter du guide</source>
        <translation>Step off the guide</translation>
    </message>
    <message>
        <source>Clôturer le contact</source>
        <translation>Wrap up the contact</translation>
    </message>
    <message>
        <source>Enregistrer et clore le contact</source>
        <translation>Save and close the contact</translation>
    </message>
    <message>
        <source>Reprendre le contact clos à l’instant</source>
        <translation>Reopen the contact just closed</translation>
    </message>
    <message>
        <source>Signaler une incivilité</source>
        <translation>Report incivility</translation>
    </message>
    <message>
        <source>Dire comment ça va</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>Chercher un client</source>
        <translation>Find a customer</translation>
    </message>
    <message>
        <source>Créer une fiche client</source>
        <translation>Create a customer</translation>
    </message>
    <message>
        <source>Client ouvert suivant</source>
        <translation>Next open customer</translation>
    </message>
    <message>
        <source>Client ouvert précédent</source>
        <translation>Previous open customer</translation>
    </message>
    <message>
        <source>Fermer ce client</source>
        <translation>Close this customer</translation>
    </message>
    <message>
        <source>Fiche complète du client</source>
        <translation>Customer’s full file</translation>
    </message>
    <message>
        <source>Aller au guide</source>
        <translation>Go to the guide</translation>
    </message>
    <message>
        <source>Aller au contact en cours</source>
        <translation>Go to the current contact</translation>
    </message>
    <message>
        <source>Aller au dossier</source>
        <translation>Go to the customer file</translation>
    </message>
    <message>
        <source>Aller à l’en-tête du client</source>
        <translation>Go to the customer’s header</translation>
    </message>
    <message>
        <source>Partie suivante de l’écran</source>
        <translation>Next part of the screen</translation>
    </message>
    <message>
        <source>Partie précédente de l’écran</source>
        <translation>Previous part of the screen</translation>
    </message>
    <message>
        <source>Tout faire, tout trouver</source>
        <translation>Do anything, find anything</translation>
    </message>
    <message>
        <source>Les touches</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Se déconnecter, changer de personne</source>
        <translation>Sign out, change person</translation>
    </message>
    <message>
        <source>Aller à</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Contact en cours</source>
        <translation>Current contact</translation>
    </message>
    <message>
        <source>Vous</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Fenêtre</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>{key} sert déjà à «&#x202f;{other}&#x202f;».</source>
        <translation>{key} is already used for “{other}”.</translation>
    </message>
    <message>
        <source>{key} seule sert à écrire ou à se déplacer&#xa0;: ajoutez Ctrl.</source>
        <translation>{key} on its own is for typing or moving around: add Ctrl.</translation>
    </message>
    <message>
        <source>Ctrl et Alt ensemble font AltGr, qui écrit @ € # {{ }}.</source>
        <translation>Ctrl and Alt together make AltGr, which types @ € # {{ }}.</translation>
    </message>
    <message>
        <source>{key} sert quand on écrit du texte.</source>
        <translation>{key} is needed when typing text.</translation>
    </message>
    <message>
        <source>{key} est prise par le système.</source>
        <translation>{key} is taken by the system.</translation>
    </message>
    <message>
        <source>Cette touche ne peut pas servir ici.</source>
        <translation>This key cannot be used here.</translation>
    </message>
    <message>
        <source>Où en est l’échange</source>
        <translation>Where sharing stands</translation>
    </message>
    <message>
        <source>Incivilités vécues dans l’équipe</source>
        <translation>Incivility met in the team</translation>
    </message>
    <message>
        <source>Vidéo avec le client</source>
        <translation>Video with the customer</translation>
    </message>
    <message>
        <source>Terminer la vidéo</source>
        <translation>End the video</translation>
    </message>
    <message>
        <source>Répondre à un client qui appelle en vidéo</source>
        <translation>Answer a customer who calls by video</translation>
    </message>
    <message>
        <source>Laisser l’appel vidéo à d’autres</source>
        <translation>Leave the video call to others</translation>
    </message>
    <message>
        <source>Mettre la vidéo dans sa propre fenêtre</source>
        <translation>Put the video in its own window</translation>
    </message>
    <message>
        <source>Inviter un collègue dans la vidéo</source>
        <translation>Invite a colleague into the video</translation>
    </message>
    <message>
        <source>Prendre les appels vidéo, ou plus</source>
        <translation>Take video calls, or no longer</translation>
    </message>
    <message>
        <source>La personne de la vidéo est le client affiché</source>
        <translation>The person on the video is the customer shown</translation>
    </message>
    <message>
        <source>Faire une pause, ou en revenir</source>
        <translation>Take a break, or come back from it</translation>
    </message>
    <message>
        <source>Exporter ce qui est montré</source>
        <translation>Export what is shown</translation>
    </message>
    <message>
        <source>Exporter le parcours</source>
        <translation>Export the timeline</translation>
    </message>
    <message>
        <source>Publier ce guide</source>
        <translation>Publish this guide</translation>
    </message>
    <message>
        <source>Problème suivant du guide</source>
        <translation>Next problem of the guide</translation>
    </message>
    <message>
        <source>Ajouter une étape au guide</source>
        <translation>Add a step to the guide</translation>
    </message>
    <message>
        <source>Écrire un nouveau guide</source>
        <translation>Write a new guide</translation>
    </message>
    <message>
        <source>Importer un guide…</source>
        <translation>Import a guide…</translation>
    </message>
    <message>
        <source>Exporter le guide affiché en YAML…</source>
        <translation>Export the guide shown as YAML…</translation>
    </message>
    <message>
        <source>Versions du guide affiché</source>
        <translation>Versions of the guide shown</translation>
    </message>
    <message>
        <source>Offrir un geste</source>
        <translation>Offer a gesture</translation>
    </message>
    <message>
        <source>Demandes de geste de l’équipe</source>
        <translation>The team’s requests for a gesture</translation>
    </message>
    <message>
        <source>Dire l’étape avec mes mots</source>
        <translation>Say this step in my own words</translation>
    </message>
    <message>
        <source>Mots du guide, ou les miens</source>
        <translation>The guide’s words, or mine</translation>
    </message>
    <message>
        <source>Revenir aux mots du guide</source>
        <translation>Go back to the guide’s words</translation>
    </message>
    <message>
        <source>Reprendre mes mots d’avant</source>
        <translation>Bring back my earlier words</translation>
    </message>
    <message>
        <source>Ce que disent les écarts</source>
        <translation>What step-offs tell</translation>
    </message>
    <message>
        <source>Voir l’écart d’estimation</source>
        <translation>See the estimate gap</translation>
    </message>
    <message>
        <source>Voir le miroir en tableau</source>
        <translation>See the mirror as a table</translation>
    </message>
    <message>
        <source>Garder un merci du client</source>
        <translation>Keep a customer’s thanks</translation>
    </message>
    <message>
        <source>Raconter une histoire à l’équipe</source>
        <translation>Tell the team a story</translation>
    </message>
    <message>
        <source>Histoires proposées par l’équipe</source>
        <translation>Stories proposed by the team</translation>
    </message>
    <message>
        <source>J’attends le client, ou le client a répondu</source>
        <translation>I am waiting for the customer, or the customer has answered</translation>
    </message>
</context>
<context>
    <name>Alert</name>
    <message>
        <source>incivilité signalée {when}</source>
        <translation>incivility reported {when}</translation>
    </message>
    <message>
        <source>effort en hausse (+{n})</source>
        <translation>effort rising (+{n})</translation>
    </message>
    <message>
        <source>dernier échange avec {name}, {when}</source>
        <translation>last spoke with {name}, {when}</translation>
    </message>
    <message>
        <source>{n} promesses, la première {due}</source>
        <translation>{n} promises, the first {due}</translation>
    </message>
    <message>
        <source>promesse de rappel&#xa0;: {due}</source>
        <translation>promised callback: {due}</translation>
    </message>
    <message>
        <source>promesse&#xa0;: {due}</source>
        <translation>promise: {due}</translation>
    </message>
    <message>
        <source>dossier «&#x202f;{title}&#x202f;»&#xa0;: échéance passée {ago}</source>
        <translation>case “{title}”: was due {ago}</translation>
    </message>
    <message>
        <source>dossier «&#x202f;{title}&#x202f;»&#xa0;: {due}</source>
        <translation>case “{title}”: {due}</translation>
    </message>
    <message>
        <source>{n} contacts en un jour&#xa0;: {reason}</source>
        <translation>{n} contacts in one day: {reason}</translation>
    </message>
    <message>
        <source>{n} contacts en {days} jours&#xa0;: {reason}</source>
        <translation>{n} contacts in {days} days: {reason}</translation>
    </message>
</context>
<context>
    <name>AlertKind</name>
    <message>
        <source>Promesse échue</source>
        <translation>Promise overdue</translation>
    </message>
    <message>
        <source>Incivilité récente</source>
        <translation>Recent incivility</translation>
    </message>
    <message>
        <source>Promesse à tenir</source>
        <translation>Promise to keep</translation>
    </message>
    <message>
        <source>Dossier à échéance</source>
        <translation>Case falling due</translation>
    </message>
    <message>
        <source>Contacts répétés</source>
        <translation>Repeated contacts</translation>
    </message>
    <message>
        <source>Effort en hausse</source>
        <translation>Effort rising</translation>
    </message>
    <message>
        <source>Dernier échange</source>
        <translation>Last contact</translation>
    </message>
</context>
<context>
    <name>AvoidableCause</name>
    <message>
        <source>Message peu clair</source>
        <translation>Unclear message</translation>
    </message>
    <message>
        <source>Erreur de notre part</source>
        <translation>Our mistake</translation>
    </message>
    <message>
        <source>Promesse non tenue</source>
        <translation>Promise not kept</translation>
    </message>
    <message>
        <source>Impossible à faire en ligne</source>
        <translation>Could not be done online</translation>
    </message>
    <message>
        <source>Contact répété</source>
        <translation>Repeat contact</translation>
    </message>
    <message>
        <source>Autre cause</source>
        <translation>Other cause</translation>
    </message>
</context>
<context>
    <name>AwaitedCard</name>
    <message>
        <source>Dossiers et promesses</source>
        <translation>Cases and promises</translation>
    </message>
    <message>
        <source>Rien n’est attendu de nous.</source>
        <translation>Nothing is expected of us.</translation>
    </message>
    <message>
        <source>RAPPEL</source>
        <translation>CALLBACK</translation>
    </message>
    <message>
        <source>PROMESSE</source>
        <translation>PROMISE</translation>
    </message>
    <message>
        <source>Promis {day}</source>
        <translation>Promised {day}</translation>
    </message>
    <message>
        <source>pour {hour}</source>
        <translation>for {hour}</translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>{name} vient de vivre une incivilité.</source>
        <translation>{name} has just met with incivility.</translation>
    </message>
    <message>
        <source>Plusieurs personnes de l’équipe viennent de vivre une incivilité.</source>
        <translation>Several people of the team have just met with incivility.</translation>
    </message>
    <message>
        <source>légère</source>
        <translation>light</translation>
    </message>
    <message>
        <source>sérieuse</source>
        <translation>serious</translation>
    </message>
    <message>
        <source>grave</source>
        <translation>serious</translation>
    </message>
    <message>
        <source>Échange terminé après un avertissement</source>
        <translation>Conversation ended after a warning</translation>
    </message>
    <message>
        <source>La personne a prévenu</source>
        <translation>The person has warned</translation>
    </message>
    <message>
        <source>Vous avez prévenu, puis mis fin à l’échange</source>
        <translation>You have warned, then ended the conversation</translation>
    </message>
    <message>
        <source>Vous avez prévenu</source>
        <translation>You have warned</translation>
    </message>
    <message>
        <source>Le fait n’est pas décrit.</source>
        <translation>The fact is not described.</translation>
    </message>
    <message>
        <source>Incivilités</source>
        <translation>Incivilities</translation>
    </message>
    <message>
        <source>{name} a donné suite à ce que vous avez vécu.</source>
        <translation>{name} has followed up on what you went through.</translation>
    </message>
    <message>
        <source>Voir</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>C’est noté. La personne le verra.</source>
        <translation>Noted. The person will see it.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Quelqu’un a besoin de vous</source>
        <translation>Somebody needs you</translation>
    </message>
    <message>
        <source>C’est vu</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Prenez de ses nouvelles sans attendre, de vive voix si possible. Proposez une pause. L’échange est en cause, jamais la personne.</source>
        <translation>Ask how they are without delay, in person if you can. Offer a break. The exchange is in question, never the person.</translation>
    </message>
    <message>
        <source>Un échange</source>
        <translation>A talk</translation>
    </message>
    <message>
        <source>Un message au client</source>
        <translation>A message to the customer</translation>
    </message>
    <message>
        <source>Une mesure</source>
        <translation>A measure</translation>
    </message>
    <message>
        <source>Autre chose</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>Nouveau</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Incivilités vécues dans l’équipe</source>
        <translation>Incivility met in the team</translation>
    </message>
    <message>
        <source>L’échange est en cause, jamais la personne. Ce que vous notez ici, qui l’a vécue le voit.</source>
        <translation>It is about the exchange, never the person. What you note here is seen by who lived through it.</translation>
    </message>
    <message>
        <source>Rien à signaler</source>
        <translation>Nothing to report</translation>
    </message>
    <message>
        <source>Quand une personne de l’équipe vivra une incivilité, elle viendra ici.</source>
        <translation>When somebody of the team lives through an incivility, it will come here.</translation>
    </message>
    <message>
        <source>Lecture…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>À suivre</source>
        <translation>To follow</translation>
    </message>
    <message>
        <source>suivie</source>
        <translation>followed</translation>
    </message>
    <message>
        <source>à suivre</source>
        <translation>to follow</translation>
    </message>
    <message>
        <source>Ce qui a suivi</source>
        <translation>What followed</translation>
    </message>
    <message>
        <source>Noter</source>
        <translation>Note it</translation>
    </message>
    <message>
        <source>{name} verra ce que vous notez ici.</source>
        <translation>{name} will see what you note here.</translation>
    </message>
    <message>
        <source>Noter une suite</source>
        <translation>Note what followed</translation>
    </message>
    <message>
        <source>En quelques mots, si vous voulez</source>
        <translation>In a few words, if you like</translation>
    </message>
    <message>
        <source>Ce qui a été dit, décidé, envoyé…</source>
        <translation>What was said, decided, sent…</translation>
    </message>
    <message>
        <source>Rien n’est noté encore. Prendre des nouvelles est déjà une suite.</source>
        <translation>Nothing is noted yet. Asking how they are is already something.</translation>
    </message>
    <message>
        <source>Ce que vous avez signalé</source>
        <translation>What you have reported</translation>
    </message>
    <message>
        <source>Ce qui a été fait depuis par votre responsable, et quand.</source>
        <translation>What your lead has done since, and when.</translation>
    </message>
    <message>
        <source>Rien pour l’instant</source>
        <translation>Nothing for now</translation>
    </message>
    <message>
        <source>Si un échange dérape, F7 le note, et vous verrez ici ce qui a suivi.</source>
        <translation>If a conversation goes wrong, F7 notes it, and you will see here what followed.</translation>
    </message>
    <message>
        <source>Rien n’est noté encore. Un message vous le dira dès qu’il y aura une suite.</source>
        <translation>Nothing is noted yet. A message will tell you as soon as something follows.</translation>
    </message>
</context>
<context>
    <name>Case</name>
    <message>
        <source>Ouvert {ago}</source>
        <translation>Opened {ago}</translation>
    </message>
    <message>
        <source>1 relance</source>
        <translation>1 reminder</translation>
    </message>
    <message>
        <source>{n} relances</source>
        <translation>{n} reminders</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>Appel entrant</source>
        <translation>Incoming call</translation>
    </message>
    <message>
        <source>Appel sortant</source>
        <translation>Outgoing call</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Messagerie</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Agence</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Courrier</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Réseaux sociaux</source>
        <translation>Social media</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Aucune réponse sur la période.</source>
        <translation>No answers in this period.</translation>
    </message>
    <message>
        <source>De {first} ({first_label}) à {last} ({last_label})&#x202f;; entre {low} et {high}&#x202f;; {count} réponses.</source>
        <translation>From {first} ({first_label}) to {last} ({last_label}); between {low} and {high}; {count} answers.</translation>
    </message>
    <message>
        <source>De {first} ({first_label}) à {last} ({last_label})&#x202f;; entre {low} et {high}.</source>
        <translation>From {first} ({first_label}) to {last} ({last_label}); between {low} and {high}.</translation>
    </message>
    <message>
        <source>{value}, n = {count}.</source>
        <translation>{value}, n = {count}.</translation>
    </message>
    <message>
        <source>aucune réponse.</source>
        <translation>no answer.</translation>
    </message>
    <message>
        <source>Période</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Valeur</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Réponses</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>trop peu</source>
        <translation>too few</translation>
    </message>
    <message>
        <source>n = {count}</source>
        <translation>n = {count}</translation>
    </message>
    <message>
        <source>{n} sem.</source>
        <translation>{n} wk</translation>
    </message>
    <message>
        <source>Tableau copié.</source>
        <translation>Table copied.</translation>
    </message>
</context>
<context>
    <name>Civility</name>
    <message>
        <source>Madame</source>
        <translation>Ms</translation>
    </message>
    <message>
        <source>Monsieur</source>
        <translation>Mr</translation>
    </message>
</context>
<context>
    <name>Connect</name>
    <message>
        <source>C’est fait. Vous pouvez fermer cette page et revenir à Vis-à-Vis.</source>
        <translation>Done. You may close this page and go back to Vis-à-Vis.</translation>
    </message>
    <message>
        <source>La connexion a été refusée. Revenez à Vis-à-Vis pour réessayer.</source>
        <translation>Sign-in was refused. Go back to Vis-à-Vis to try again.</translation>
    </message>
    <message>
        <source>Vos données n’ont pas été retirées de ce poste&#xa0;: un brouillon ou un fait n’est encore nulle part ailleurs.</source>
        <translation>Your data were not removed from this computer: a draft or a fact exists nowhere else yet.</translation>
    </message>
    <message>
        <source>Chiffré sur ce poste</source>
        <translation>Encrypted on this computer</translation>
    </message>
    <message>
        <source>Comptes de ce poste</source>
        <translation>Accounts on this computer</translation>
    </message>
    <message>
        <source>Nom de connexion</source>
        <translation>Sign-in name</translation>
    </message>
    <message>
        <source>Mot de passe</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Jeton remis par l’administrateur</source>
        <translation>Token from the administrator</translation>
    </message>
    <message>
        <source>Phrase de passe de ce poste</source>
        <translation>Passphrase of this computer</translation>
    </message>
    <message>
        <source>Retenir ce que je saisis, dans le trousseau de ce poste</source>
        <translation>Remember what I type, in this computer’s keyring</translation>
    </message>
    <message>
        <source>Retenu sur ce poste</source>
        <translation>Remembered on this computer</translation>
    </message>
    <message>
        <source>Choisissez une phrase d’au moins 12 signes&#xa0;: elle seule ouvre vos données sur ce poste. Elle n’est écrite nulle part, ni connue du serveur.</source>
        <translation>Choose a phrase of at least 12 characters: it alone opens your data on this computer. It is written nowhere, and the server does not know it.</translation>
    </message>
    <message>
        <source>Votre organisation vous reconnaît dans le navigateur&#xa0;: aucun mot de passe n’est demandé ici.</source>
        <translation>Your organisation recognises you in the browser: no password is asked for here.</translation>
    </message>
    <message>
        <source>Continuer dans le navigateur</source>
        <translation>Go on in the browser</translation>
    </message>
    <message>
        <source>Se connecter</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Fichier de l’administrateur…</source>
        <translation>File from the administrator…</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Terminez dans votre navigateur</source>
        <translation>Finish in your browser</translation>
    </message>
    <message>
        <source>Une page s’y est ouverte. Une fois reconnu, revenez ici&#xa0;: la fenêtre s’ouvrira d’elle-même.</source>
        <translation>A page has opened there. Once you are recognised, come back here: the window opens by itself.</translation>
    </message>
    <message>
        <source>Connexion à {host}…</source>
        <translation>Connecting to {host}…</translation>
    </message>
    <message>
        <source>Nouveau mot de passe</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Le même, encore une fois</source>
        <translation>The same once more</translation>
    </message>
    <message>
        <source>Choisir ce mot de passe</source>
        <translation>Choose this password</translation>
    </message>
    <message>
        <source>Celui que l’on vous a remis ne servait qu’une fois. Choisissez le vôtre&#xa0;: personne d’autre ne le connaîtra.</source>
        <translation>The one you were given was for one time only. Choose your own: nobody else will know it.</translation>
    </message>
    <message>
        <source>Un mot de passe à vous</source>
        <translation>A password of your own</translation>
    </message>
    <message>
        <source>Travailler hors ligne</source>
        <translation>Work offline</translation>
    </message>
    <message>
        <source>Sans réseau&#xa0;: vous pouvez travailler avec ce qui est sur ce poste, lu {when}. Vos faits partiront dès que la ligne revient.</source>
        <translation>No network: you can work with what is on this computer, read {when}. Your facts leave as soon as the line is back.</translation>
    </message>
    <message>
        <source>Il manque votre nom de connexion.</source>
        <translation>Your sign-in name is missing.</translation>
    </message>
    <message>
        <source>Il manque l’adresse du serveur&#xa0;: elle commence par postgresql:// ou https://.</source>
        <translation>The server’s address is missing: it begins with postgresql:// or https://.</translation>
    </message>
    <message>
        <source>Il manque votre mot de passe.</source>
        <translation>Your password is missing.</translation>
    </message>
    <message>
        <source>Il manque la phrase de passe de ce poste.</source>
        <translation>The passphrase of this computer is missing.</translation>
    </message>
    <message>
        <source>Cette phrase n’ouvre pas les données de ce poste.</source>
        <translation>This phrase does not open the data on this computer.</translation>
    </message>
    <message>
        <source>Prenez au moins {n} signes.</source>
        <translation>Take at least {n} characters.</translation>
    </message>
    <message>
        <source>Les deux saisies du nouveau mot de passe diffèrent.</source>
        <translation>The new password was typed in two different ways.</translation>
    </message>
    <message>
        <source>Le serveur ne reconnaît pas ce nom avec ce mot de passe.</source>
        <translation>The server does not know this name with this password.</translation>
    </message>
    <message>
        <source>Sans réseau, et ce que vous avez saisi n’ouvre pas vos données de ce poste.</source>
        <translation>No network, and what you typed does not open your data on this computer.</translation>
    </message>
    <message>
        <source>Cet accès est fermé. Votre administrateur peut le rouvrir.</source>
        <translation>This account is closed. Your administrator can open it again.</translation>
    </message>
    <message>
        <source>Cette connexion a expiré. Connectez-vous de nouveau.</source>
        <translation>This session has expired. Sign in again.</translation>
    </message>
    <message>
        <source>La connexion a été abandonnée.</source>
        <translation>Signing in was given up.</translation>
    </message>
    <message>
        <source>La réponse du service de connexion n’est pas digne de confiance. Prévenez votre administrateur.</source>
        <translation>The sign-in service’s answer cannot be trusted. Tell your administrator.</translation>
    </message>
    <message>
        <source>La connexion a été refusée dans le navigateur.</source>
        <translation>Sign-in was refused in the browser.</translation>
    </message>
    <message>
        <source>Cette version de Vis-à-Vis est trop ancienne pour ce serveur. Mettez-la à jour&#xa0;; ce qui attend sur ce poste y reste.</source>
        <translation>This version of Vis-à-Vis is too old for this server. Update it; what waits on this computer stays there.</translation>
    </message>
    <message>
        <source>Aucun serveur de ce nom&#xa0;: {host}. Vérifiez l’adresse.</source>
        <translation>There is no server of this name: {host}. Check the address.</translation>
    </message>
    <message>
        <source>Le serveur {host} ne répond pas. Vérifiez le réseau, puis réessayez.</source>
        <translation>The server {host} does not answer. Check the network, then try again.</translation>
    </message>
    <message>
        <source>Le certificat de {host} a expiré&#xa0;: la connexion ne serait pas sûre. Prévenez votre administrateur.</source>
        <translation>The certificate of {host} has expired: the connection would not be safe. Tell your administrator.</translation>
    </message>
    <message>
        <source>Rien ne prouve que ce serveur est bien {host}&#xa0;: son certificat n’est pas reconnu. Prévenez votre administrateur.</source>
        <translation>Nothing proves that this server is {host}: its certificate is not trusted. Tell your administrator.</translation>
    </message>
    <message>
        <source>À l’adresse {host} répond autre chose que Vis-à-Vis. Vérifiez l’adresse.</source>
        <translation>Something other than Vis-à-Vis answers at {host}. Check the address.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas un fichier de connexion de Vis-à-Vis.</source>
        <translation>This file is not a Vis-à-Vis sign-in file.</translation>
    </message>
    <message>
        <source>Le navigateur de ce poste ne s’ouvre pas. Prévenez votre administrateur.</source>
        <translation>This computer’s browser does not open. Tell your administrator.</translation>
    </message>
    <message>
        <source>Ce poste n’a pas de trousseau&#xa0;: sans une phrase d’au moins 12 signes, les données des clients n’y seront pas écrites.</source>
        <translation>This computer has no keyring: without a phrase of at least 12 characters, no customer data are written on it.</translation>
    </message>
    <message>
        <source>Ce code de secours ne se lit pas&#xa0;: un signe est faux ou manque.</source>
        <translation>This recovery code cannot be read: a character is wrong or missing.</translation>
    </message>
    <message>
        <source>Vos données de ce poste ne s’ouvrent pas&#xa0;: vérifiez la place et les droits sur le disque.</source>
        <translation>Your data on this computer do not open: check the room and the rights on the disk.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas repris, et rien n’y a changé. Vérifiez sa place, et fermez la fenêtre qui l’utilise&#xa0;; il doit être celui d’une seule personne, et pas encore repris.</source>
        <translation>This file is not taken over, and nothing in it has changed. Check where it is, and close the window that uses it; it must be one person’s alone, and not taken over yet.</translation>
    </message>
    <message>
        <source>La connexion n’a pas abouti. Réessayez&#xa0;; ce qui attend ici y reste.</source>
        <translation>Signing in did not work. Try again; what waits here stays here.</translation>
    </message>
    <message>
        <source>Ancien mot de passe, ou ancienne phrase</source>
        <translation>Earlier password, or earlier phrase</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Code de secours de l’administrateur</source>
        <translation>Recovery code from the administrator</translation>
    </message>
    <message>
        <source>Ouvrir avec ce code</source>
        <translation>Open with this code</translation>
    </message>
    <message>
        <source>Mettre de côté et repartir</source>
        <translation>Set aside and start afresh</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Oui, mettre de côté et repartir</source>
        <translation>Yes, set aside and start afresh</translation>
    </message>
    <message>
        <source>Vos données ne s’ouvrent pas</source>
        <translation>Your data do not open</translation>
    </message>
    <message>
        <source>Elles sont sur ce poste, chiffrées. Si votre mot de passe a changé, l’ancien les ouvre encore une fois. Rien n’est effacé.</source>
        <translation>They are on this computer, encrypted. If your password has changed, the earlier one opens them once more. Nothing is erased.</translation>
    </message>
    <message>
        <source>Sinon, elles sont mises de côté sous un autre nom, et tout est relu du serveur. Ce qui n’était pas encore envoyé reste dans ce qui est mis de côté&#xa0;: le code de secours l’ouvrira.</source>
        <translation>Otherwise they are set aside under another name, and everything is read again from the server. What had not been sent stays in what is set aside: the recovery code will open it.</translation>
    </message>
    <message>
        <source>Cacher ce qui est saisi</source>
        <translation>Hide what is typed</translation>
    </message>
    <message>
        <source>Montrer ce qui est saisi</source>
        <translation>Show what is typed</translation>
    </message>
    <message>
        <source>Adresse du serveur</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>Changer</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>ContactChip</name>
    <message>
        <source>Contact en cours</source>
        <translation>Contact in progress</translation>
    </message>
    <message>
        <source>Contact en cours avec {name}</source>
        <translation>Contact in progress with {name}</translation>
    </message>
</context>
<context>
    <name>Contract</name>
    <message>
        <source>Nº {n}</source>
        <translation>No. {n}</translation>
    </message>
    <message>
        <source>engagement → {until}</source>
        <translation>committed → {until}</translation>
    </message>
    <message>
        <source>depuis {month}</source>
        <translation>since {month}</translation>
    </message>
</context>
<context>
    <name>ContractStatus</name>
    <message>
        <source>actif</source>
        <translation>active</translation>
    </message>
    <message>
        <source>suspendu</source>
        <translation>suspended</translation>
    </message>
    <message>
        <source>terminé</source>
        <translation>ended</translation>
    </message>
</context>
<context>
    <name>ContractsCard</name>
    <message>
        <source>Contrats</source>
        <translation>Contracts</translation>
    </message>
    <message>
        <source>Aucun contrat connu sur ce poste.</source>
        <translation>No contracts known on this computer.</translation>
    </message>
    <message>
        <source>Voir les {n} autres</source>
        <translation>See {n} more</translation>
    </message>
</context>
<context>
    <name>Create</name>
    <message>
        <source>Inverser le prénom et le nom</source>
        <translation>Swap first name and surname</translation>
    </message>
    <message>
        <source>Déjà connu&#x202f;? Entrée ouvre la fiche.</source>
        <translation>Already a customer? Enter opens their file.</translation>
    </message>
    <message>
        <source>Nouvelle fiche</source>
        <translation>New customer</translation>
    </message>
    <message>
        <source>Reprendre la saisie précédente</source>
        <translation>Bring back what you typed before</translation>
    </message>
    <message>
        <source>La fiche n’a pas pu être enregistrée. Votre saisie est gardée&#xa0;: réessayez.</source>
        <translation>The customer could not be saved. What you typed is kept: try again.</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Créer la fiche</source>
        <translation>Create customer</translation>
    </message>
    <message>
        <source>Échap garde votre saisie.</source>
        <translation>Esc keeps what you typed.</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Ville</source>
        <translation>Town</translation>
    </message>
    <message>
        <source>Civilité</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Un nom, un téléphone ou un e-mail&#xa0;: l’un des trois suffit.</source>
        <translation>A name, a phone number or an email: any one will do.</translation>
    </message>
    <message>
        <source>Des chiffres seulement, par exemple 06&#xa0;39&#xa0;98&#xa0;12&#xa0;34.</source>
        <translation>Digits only, for example 06&#xa0;39&#xa0;98&#xa0;12&#xa0;34.</translation>
    </message>
    <message>
        <source>Il manque des chiffres, ou il y en a trop&#xa0;: 06 39 98 12 34.</source>
        <translation>Some digits are missing, or there are too many: 06 39 98 12 34.</translation>
    </message>
    <message>
        <source>Une adresse complète, par exemple claire@courriel.example.</source>
        <translation>A complete address, for example claire@email.example.</translation>
    </message>
    <message>
        <source>Cinq chiffres, par exemple 49000.</source>
        <translation>Five digits, for example 49000.</translation>
    </message>
    <message>
        <source>120 caractères au plus.</source>
        <translation>120 characters at most.</translation>
    </message>
</context>
<context>
    <name>Customer</name>
    <message>
        <source>Client {number}</source>
        <translation>Customer {number}</translation>
    </message>
    <message>
        <source>Nº {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>Fidèle depuis {year}</source>
        <translation>Customer since {year}</translation>
    </message>
</context>
<context>
    <name>CustomerColumn</name>
    <message>
        <source>Dossier du client</source>
        <translation>Customer file</translation>
    </message>
    <message>
        <source>Fiche indisponible</source>
        <translation>File unavailable</translation>
    </message>
    <message>
        <source>La fiche s’ouvre…</source>
        <translation>Opening the file…</translation>
    </message>
</context>
<context>
    <name>CustomerField</name>
    <message>
        <source>Nom d’usage préféré</source>
        <translation>Preferred name</translation>
    </message>
    <message>
        <source>S’adresser par</source>
        <translation>How to address</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Autre téléphone</source>
        <translation>Other phone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Rue</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Ville</source>
        <translation>Town</translation>
    </message>
</context>
<context>
    <name>CustomerHeader</name>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Fiche complète</source>
        <translation>Full file</translation>
    </message>
    <message>
        <source>La fiche s’ouvre…</source>
        <translation>Opening the file…</translation>
    </message>
    <message>
        <source>Cette fiche n’existe plus sur ce poste.</source>
        <translation>This file is no longer on this computer.</translation>
    </message>
    <message>
        <source>La fiche n’a pas pu être relue. Rien n’est perdu&#x202f;; votre saisie reste en place.</source>
        <translation>The file could not be read again. Nothing is lost; what you typed is still here.</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>«&#x202f;{name}&#x202f;»</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>À savoir&#xa0;: {words}</source>
        <translation>What to know: {words}</translation>
    </message>
</context>
<context>
    <name>CustomerTabs</name>
    <message>
        <source>Ouverture…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>{name}, contact en cours de saisie</source>
        <translation>{name}, contact being written</translation>
    </message>
    <message>
        <source>Clients ouverts</source>
        <translation>Open customers</translation>
    </message>
    <message>
        <source>Fermer {name}</source>
        <translation>Close {name}</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>à l’instant</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>il y a {n}&#xa0;min</source>
        <translation>{n}&#xa0;min ago</translation>
    </message>
    <message>
        <source>il y a {n}&#xa0;h</source>
        <translation>{n}&#xa0;h ago</translation>
    </message>
    <message>
        <source>aujourd’hui</source>
        <translation>today</translation>
    </message>
    <message>
        <source>hier</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>demain</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>échue depuis hier</source>
        <translation>overdue since yesterday</translation>
    </message>
    <message>
        <source>échue depuis {n}&#xa0;jours</source>
        <translation>{n}&#xa0;days overdue</translation>
    </message>
    <message>
        <source>dans {n}&#xa0;jours</source>
        <translation>in {n}&#xa0;days</translation>
    </message>
    <message>
        <source>{h}&#xa0;h&#xa0;{m}</source>
        <translation>{h}&#xa0;h&#xa0;{m}&#xa0;min</translation>
    </message>
    <message>
        <source>il y a {n}&#xa0;jours</source>
        <translation>{n}&#xa0;days ago</translation>
    </message>
    <message>
        <source>il y a un mois</source>
        <translation>a month ago</translation>
    </message>
    <message>
        <source>il y a {n}&#xa0;mois</source>
        <translation>{n}&#xa0;months ago</translation>
    </message>
    <message>
        <source>il y a un an</source>
        <translation>a year ago</translation>
    </message>
    <message>
        <source>il y a {n}&#xa0;ans</source>
        <translation>{n}&#xa0;years ago</translation>
    </message>
    <message>
        <source>fr</source>
        <translation>en</translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>Contacts du jour</source>
        <translation>Contacts of the day</translation>
    </message>
    <message>
        <source>Pas encore de contact aujourd’hui</source>
        <translation>No contacts yet today</translation>
    </message>
    <message>
        <source>Ils viendront ici d’eux-mêmes. F2 cherche un client.</source>
        <translation>They will appear here by themselves. F2 finds a customer.</translation>
    </message>
    <message>
        <source>Aucun contact ce jour-là</source>
        <translation>No contacts that day</translation>
    </message>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Précédent</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Suivant</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Jour précédent avec des contacts</source>
        <translation>Previous day with contacts</translation>
    </message>
    <message>
        <source>Jour suivant avec des contacts</source>
        <translation>Next day with contacts</translation>
    </message>
    <message>
        <source>{words}&#xa0;: {day}</source>
        <translation>{words}: {day}</translation>
    </message>
    <message>
        <source>À reprendre</source>
        <translation>To finish</translation>
    </message>
    <message>
        <source>Tous vos contacts sont clos.</source>
        <translation>All your contacts are closed.</translation>
    </message>
    <message>
        <source>Vos estimations et leurs réponses</source>
        <translation>Your estimates and their answers</translation>
    </message>
    <message>
        <source>30 jours</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>Les réponses de vos clients viendront ici, à côté de ce que vous aviez estimé.</source>
        <translation>Your customers’ answers will appear here, next to what you had estimated.</translation>
    </message>
    <message>
        <source>{name}, sans estimation, réponse&#xa0;: {answer}</source>
        <translation>{name}, no estimate, answer: {answer}</translation>
    </message>
    <message>
        <source>{name}, votre estimation&#xa0;: {estimate}, réponse&#xa0;: {answer}</source>
        <translation>{name}, your estimate: {estimate}, answer: {answer}</translation>
    </message>
    <message>
        <source>Vous</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>{n} pt</source>
        <translation>{n} pt</translation>
    </message>
    <message>
        <source>{n} pts</source>
        <translation>{n} pts</translation>
    </message>
    <message>
        <source>Encore trop peu de réponses pour en dire plus (n&#xa0;=&#xa0;{n}).</source>
        <translation>Too few answers yet to say more (n&#xa0;=&#xa0;{n}).</translation>
    </message>
    <message>
        <source>Vous voyez juste&#xa0;: vos estimations rejoignent les réponses (n&#xa0;=&#xa0;{n}).</source>
        <translation>Well judged: your estimates match the answers (n&#xa0;=&#xa0;{n}).</translation>
    </message>
    <message>
        <source>Vos clients se disent un peu moins satisfaits que vous ne l’estimez (n&#xa0;=&#xa0;{n}).</source>
        <translation>Your customers say they are a little less satisfied than you estimate (n&#xa0;=&#xa0;{n}).</translation>
    </message>
    <message>
        <source>Vos clients se disent plus satisfaits que vous ne l’estimez (n&#xa0;=&#xa0;{n}).</source>
        <translation>Your customers say they are more satisfied than you estimate (n&#xa0;=&#xa0;{n}).</translation>
    </message>
    <message>
        <source>très insatisfait</source>
        <translation>very dissatisfied</translation>
    </message>
    <message>
        <source>insatisfait</source>
        <translation>dissatisfied</translation>
    </message>
    <message>
        <source>neutre</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>satisfait</source>
        <translation>satisfied</translation>
    </message>
    <message>
        <source>très satisfait</source>
        <translation>very satisfied</translation>
    </message>
    <message>
        <source>Promesses à tenir · échues&#xa0;: {n}</source>
        <translation>Promises to keep · overdue: {n}</translation>
    </message>
    <message>
        <source>Écart d’estimation · n&#xa0;=&#xa0;{n}</source>
        <translation>Estimate gap · n&#xa0;=&#xa0;{n}</translation>
    </message>
    <message>
        <source>Mercis en 30 jours</source>
        <translation>Thanks in 30 days</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Contacts · résolus&#xa0;: {n}</source>
        <translation>Contacts · resolved: {n}</translation>
    </message>
    <message>
        <source>Bonsoir {name}</source>
        <translation>Good evening {name}</translation>
    </message>
    <message>
        <source>Bonjour {name}</source>
        <translation>Hello {name}</translation>
    </message>
    <message>
        <source>Jour à venir</source>
        <translation>Day to come</translation>
    </message>
    <message>
        <source>Dernier jour avec des contacts&#xa0;:</source>
        <translation>Last day with contacts:</translation>
    </message>
    <message>
        <source>Tenue</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Tenue : {name}</source>
        <translation>Kept: {name}</translation>
    </message>
    <message>
        <source>Ouvrir {name}</source>
        <translation>Open {name}</translation>
    </message>
    <message>
        <source>Rappel</source>
        <translation>Callback</translation>
    </message>
    <message>
        <source>Promesse</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>Promesses à tenir</source>
        <translation>Promises to keep</translation>
    </message>
    <message>
        <source>Rien n’est dû aujourd’hui.</source>
        <translation>Nothing is due today.</translation>
    </message>
    <message>
        <source>Voir les {n} promesses</source>
        <translation>See all {n} promises</translation>
    </message>
    <message>
        <source>Mots de votre responsable</source>
        <translation>Notes from your lead</translation>
    </message>
    <message>
        <source>Pas de nouveau mot pour vous.</source>
        <translation>No new notes for you.</translation>
    </message>
    <message>
        <source>Mes check-ins</source>
        <translation>My check-ins</translation>
    </message>
    <message>
        <source>Mercis</source>
        <translation>Thanks</translation>
    </message>
    <message>
        <source>Partager</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Les mercis reçus seront gardés ici.</source>
        <translation>The thanks you receive will be kept here.</translation>
    </message>
    <message>
        <source>Voir les {n} mercis</source>
        <translation>See all {n} thank-yous</translation>
    </message>
    <message>
        <source>Un merci, de vive voix.</source>
        <translation>Thanks, said out loud.</translation>
    </message>
    <message>
        <source>Ma journée</source>
        <translation>My day</translation>
    </message>
    <message>
        <source>Lecture de la journée…</source>
        <translation>Reading your day…</translation>
    </message>
    <message>
        <source>{day}, contacts&#xa0;: {n}</source>
        <translation>{day}, contacts: {n}</translation>
    </message>
    <message>
        <source>Client non identifié</source>
        <translation>Unidentified customer</translation>
    </message>
    <message>
        <source>Abandonné avant réponse</source>
        <translation>Abandoned before an answer</translation>
    </message>
    <message>
        <source>Abandonné après {span} d’attente</source>
        <translation>Abandoned after waiting {span}</translation>
    </message>
</context>
<context>
    <name>Deletions</name>
    <message>
        <source>Retirer tout cela de ce poste&#x202f;?</source>
        <translation>Remove all of this from this computer?</translation>
    </message>
    <message>
        <source>Le serveur demande de retirer d’un coup plus d’un cinquième de ce que garde ce poste. C’est normal après un changement d’agence ou une purge&#xa0;; sinon, demandez d’abord à votre administrateur.</source>
        <translation>The server asks to remove more than a fifth of what this computer keeps, all at once. That is normal after a change of branch or a purge; otherwise ask your administrator first.</translation>
    </message>
    <message>
        <source>Fiches et faits à retirer</source>
        <translation>Files and facts to remove</translation>
    </message>
    <message>
        <source>Ce que vous avez fait et qui attend n’est pas touché. Tant que rien n’est décidé, l’échange reste en pause.</source>
        <translation>What you did and that waits is not touched. Until somebody decides, sharing stays paused.</translation>
    </message>
    <message>
        <source>Garder pour l’instant</source>
        <translation>Keep for now</translation>
    </message>
    <message>
        <source>C’est attendu, retirer</source>
        <translation>It is expected, remove</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR code</translation>
    </message>
    <message>
        <source>Lien copié</source>
        <translation>Link copied</translation>
    </message>
    <message>
        <source>Ouvert sur ce poste</source>
        <translation>Opened on this computer</translation>
    </message>
    <message>
        <source>Bouton du client</source>
        <translation>Customer’s button</translation>
    </message>
</context>
<context>
    <name>DetailsOverlay</name>
    <message>
        <source>Un numéro complet est attendu, par exemple 06 39 98 12 78.</source>
        <translation>Please give a complete number, for example 06 39 98 12 78.</translation>
    </message>
    <message>
        <source>Une adresse complète est attendue, par exemple nom@domaine.example.</source>
        <translation>Please give a complete address, for example name@domain.example.</translation>
    </message>
    <message>
        <source>200 caractères au plus.</source>
        <translation>200 characters at most.</translation>
    </message>
    <message>
        <source>Fiche complète</source>
        <translation>Full file</translation>
    </message>
    <message>
        <source>Rien n’a pu être enregistré. Votre saisie reste ici.</source>
        <translation>Nothing could be saved. What you typed is still here.</translation>
    </message>
    <message>
        <source>Abandonner</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>À savoir maintenant</source>
        <translation>What to know now</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Numéro</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Autres renseignements</source>
        <translation>Other information</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>Contacts à reprendre</source>
        <translation>Contacts to finish</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Brouillon abandonné&#xa0;: {name}</source>
        <translation>Draft discarded: {name}</translation>
    </message>
    <message>
        <source>Client non identifié</source>
        <translation>Unidentified customer</translation>
    </message>
</context>
<context>
    <name>Due</name>
    <message>
        <source>En retard</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Box Fibre Confort</source>
        <translation>Box Fibre Confort</translation>
    </message>
    <message>
        <source>Ce qui est montré</source>
        <translation>What is shown</translation>
    </message>
    <message>
        <source>Rédaction</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>Aperçu</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Insérer une variable (Ctrl+I)</source>
        <translation>Insert a variable (Ctrl+I)</translation>
    </message>
    <message>
        <source>{0}&#xa0;/&#xa0;{1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Titre du guide</source>
        <translation>Title of the guide</translation>
    </message>
    <message>
        <source>Ce qui amène la personne, en quelques mots</source>
        <translation>What brings the person, in a few words</translation>
    </message>
    <message>
        <source>En bref</source>
        <translation>In short</translation>
    </message>
    <message>
        <source>Ce que ce guide aide à faire</source>
        <translation>What this guide helps to do</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>Revenir aux guides</source>
        <translation>Back to the guides</translation>
    </message>
    <message>
        <source>Annuler (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Rétablir (Ctrl+Maj+Z)</source>
        <translation>Redo (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Publier…</source>
        <translation>Publish…</translation>
    </message>
    <message>
        <source>v{0} à venir</source>
        <translation>next v{0}</translation>
    </message>
    <message>
        <source>Ligne {0} sur {1}</source>
        <translation>Line {0} of {1}</translation>
    </message>
    <message>
        <source>Ligne retirée</source>
        <translation>Line removed</translation>
    </message>
    <message>
        <source>Questions que l’on peut poser</source>
        <translation>Questions that one may ask</translation>
    </message>
    <message>
        <source>Ajouter une question</source>
        <translation>Add a question</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>À vérifier</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>Ajouter un point</source>
        <translation>Add a check</translation>
    </message>
    <message>
        <source>Point à vérifier</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Réactions, et où elles mènent</source>
        <translation>Reactions, and where they lead</translation>
    </message>
    <message>
        <source>Ajouter une réaction</source>
        <translation>Add a reaction</translation>
    </message>
    <message>
        <source>Réaction</source>
        <translation>Reaction</translation>
    </message>
    <message>
        <source>Suggestions venues d’écarts utiles</source>
        <translation>Suggestions from step-offs that helped</translation>
    </message>
    <message>
        <source>Ajouter une suggestion</source>
        <translation>Add a suggestion</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>Monter (Alt+↑)&#xa0;: {0}</source>
        <translation>Move up (Alt+↑): {0}</translation>
    </message>
    <message>
        <source>Descendre (Alt+↓)&#xa0;: {0}</source>
        <translation>Move down (Alt+↓): {0}</translation>
    </message>
    <message>
        <source>Retirer&#xa0;: {0}</source>
        <translation>Remove: {0}</translation>
    </message>
    <message>
        <source>{0} mène à</source>
        <translation>{0} leads to</translation>
    </message>
    <message>
        <source>La loi demande cette étape</source>
        <translation>The law asks for this step</translation>
    </message>
    <message>
        <source>Ce qu’elle demande, et pourquoi</source>
        <translation>What it asks, and why</translation>
    </message>
    <message>
        <source>Pourquoi la loi la demande</source>
        <translation>Why the law asks for it</translation>
    </message>
    <message>
        <source>Où la loi le dit</source>
        <translation>Where the law says so</translation>
    </message>
    <message>
        <source>Par exemple&#xa0;: Code de la consommation, art. …</source>
        <translation>For example: consumer code, art. …</translation>
    </message>
    <message>
        <source>Carte des chemins</source>
        <translation>Map of the ways</translation>
    </message>
    <message>
        <source>Étapes&#xa0;: {0}</source>
        <translation>Steps: {0}</translation>
    </message>
    <message>
        <source>À l’écran&#xa0;: {0}</source>
        <translation>On screen: {0}</translation>
    </message>
    <message>
        <source>demandée par la loi</source>
        <translation>asked for by the law</translation>
    </message>
    <message>
        <source>rien n’y mène</source>
        <translation>nothing leads to it</translation>
    </message>
    <message>
        <source>à reprendre</source>
        <translation>to mend</translation>
    </message>
    <message>
        <source>on peut finir ici</source>
        <translation>one may end here</translation>
    </message>
    <message>
        <source>ensuite</source>
        <translation>then</translation>
    </message>
    <message>
        <source>{0} → {1}</source>
        <translation>{0} → {1}</translation>
    </message>
    <message>
        <source>Étapes du guide</source>
        <translation>Steps of the guide</translation>
    </message>
    <message>
        <source>Étape</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Ajouter une étape (Inser)</source>
        <translation>Add a step (Ins)</translation>
    </message>
    <message>
        <source>Monter l’étape (Alt+↑)</source>
        <translation>Move the step up (Alt+↑)</translation>
    </message>
    <message>
        <source>Descendre l’étape (Alt+↓)</source>
        <translation>Move the step down (Alt+↓)</translation>
    </message>
    <message>
        <source>Dupliquer l’étape</source>
        <translation>Duplicate the step</translation>
    </message>
    <message>
        <source>Retirer l’étape (Suppr)</source>
        <translation>Remove the step (Del)</translation>
    </message>
    <message>
        <source>Étape {0}, {1}</source>
        <translation>Step {0}, {1}</translation>
    </message>
    <message>
        <source>Le guide, {0}</source>
        <translation>The guide, {0}</translation>
    </message>
    <message>
        <source>à reprendre&#xa0;: {0}</source>
        <translation>to mend: {0}</translation>
    </message>
    <message>
        <source>conseils&#xa0;: {0}</source>
        <translation>hints: {0}</translation>
    </message>
    <message>
        <source>Titre, résumé et motifs</source>
        <translation>Title, summary and reasons</translation>
    </message>
    <message>
        <source>Vu pour</source>
        <translation>Shown for</translation>
    </message>
    <message>
        <source>Rien à montrer encore</source>
        <translation>Nothing to show yet</translation>
    </message>
    <message>
        <source>Le guide apparaît ici dès sa première étape.</source>
        <translation>The guide appears here from its first step on.</translation>
    </message>
    <message>
        <source>{0} (inventé)</source>
        <translation>{0} (invented)</translation>
    </message>
    <message>
        <source>Suivant</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Problème suivant</source>
        <translation>Next problem</translation>
    </message>
    <message>
        <source>À reprendre</source>
        <translation>To mend</translation>
    </message>
    <message>
        <source>{0} à remplir avant de publier</source>
        <translation>{0} to fill in before publishing</translation>
    </message>
    <message>
        <source>{0} à reprendre avant de publier</source>
        <translation>{0} to mend before publishing</translation>
    </message>
    <message>
        <source>Prêt à publier&#xa0;; conseils&#xa0;: {0}</source>
        <translation>Ready to publish; hints: {0}</translation>
    </message>
    <message>
        <source>Prêt à publier</source>
        <translation>Ready to publish</translation>
    </message>
    <message>
        <source>Étape {number}, {title}&#xa0;: {field}</source>
        <translation>Step {number}, {title}: {field}</translation>
    </message>
    <message>
        <source>sans titre</source>
        <translation>untitled</translation>
    </message>
    <message>
        <source>une question</source>
        <translation>a question</translation>
    </message>
    <message>
        <source>un point à vérifier</source>
        <translation>a check</translation>
    </message>
    <message>
        <source>une réaction</source>
        <translation>a reaction</translation>
    </message>
    <message>
        <source>une suggestion</source>
        <translation>a suggestion</translation>
    </message>
    <message>
        <source>le titre</source>
        <translation>the title</translation>
    </message>
    <message>
        <source>le résumé</source>
        <translation>the summary</translation>
    </message>
    <message>
        <source>les motifs</source>
        <translation>the reasons</translation>
    </message>
    <message>
        <source>les étapes</source>
        <translation>the steps</translation>
    </message>
    <message>
        <source>le but</source>
        <translation>the aim</translation>
    </message>
    <message>
        <source>ce que l’on peut dire</source>
        <translation>what one may say</translation>
    </message>
    <message>
        <source>les questions</source>
        <translation>the questions</translation>
    </message>
    <message>
        <source>les points à vérifier</source>
        <translation>the checks</translation>
    </message>
    <message>
        <source>les réactions</source>
        <translation>the reactions</translation>
    </message>
    <message>
        <source>les suggestions</source>
        <translation>the suggestions</translation>
    </message>
    <message>
        <source>l’étape d’après</source>
        <translation>the step after</translation>
    </message>
    <message>
        <source>ce que la loi demande</source>
        <translation>what the law asks</translation>
    </message>
    <message>
        <source>la référence de la loi</source>
        <translation>the law’s reference</translation>
    </message>
    <message>
        <source>le chemin</source>
        <translation>the way</translation>
    </message>
    <message>
        <source>Variable inconnue «&#x202f;{0}&#x202f;»&#xa0;: vouliez-vous dire «&#x202f;{1}&#x202f;»&#x202f;?</source>
        <translation>Unknown variable “{0}”: did you mean “{1}”?</translation>
    </message>
    <message>
        <source>Choisissez au moins un motif de contact.</source>
        <translation>Choose at least one contact reason.</translation>
    </message>
    <message>
        <source>Ajoutez une première étape.</source>
        <translation>Add a first step.</translation>
    </message>
    <message>
        <source>À remplir.</source>
        <translation>To be filled in.</translation>
    </message>
    <message>
        <source>{1} au lieu de {0} au plus.</source>
        <translation>{1} instead of {0} at most.</translation>
    </message>
    <message>
        <source>{1} signes, pour {0} au plus.</source>
        <translation>{1} characters, {0} at most.</translation>
    </message>
    <message>
        <source>Rien ne mène à cette étape&#xa0;: faites-y mener une réaction ou une étape.</source>
        <translation>Nothing leads to this step: have a reaction or a step lead there.</translation>
    </message>
    <message>
        <source>D’ici on tourne en rond&#xa0;: aucun chemin ne mène à une fin.</source>
        <translation>From here one goes round in circles: no way leads to an end.</translation>
    </message>
    <message>
        <source>L’étape visée n’existe plus&#xa0;: choisissez-en une autre.</source>
        <translation>The step it leads to is gone: choose another.</translation>
    </message>
    <message>
        <source>Cette réaction ramène à la même étape.</source>
        <translation>This reaction leads back to the same step.</translation>
    </message>
    <message>
        <source>Une autre étape porte déjà ce titre.</source>
        <translation>Another step has this title already.</translation>
    </message>
    <message>
        <source>Plus d’une demi-minute à dire d’une traite&#xa0;: peut-être en deux fois.</source>
        <translation>More than half a minute to say in one go: perhaps in two.</translation>
    </message>
    <message>
        <source>Le motif «&#x202f;{0}&#x202f;» n’existe pas ou plus.</source>
        <translation>The reason “{0}” does not exist, or no longer.</translation>
    </message>
    <message>
        <source>L’identifiant «&#x202f;{0}&#x202f;» sert deux fois&#xa0;: retirez l’une des deux.</source>
        <translation>The id “{0}” is used twice: remove one of the two.</translation>
    </message>
    <message>
        <source>L’identifiant «&#x202f;{0}&#x202f;» ne convient pas&#xa0;: ajoutez-en une autre, puis retirez celle-ci.</source>
        <translation>The id “{0}” does not fit: add another, then remove this one.</translation>
    </message>
    <message>
        <source>Refusé à la publication.</source>
        <translation>Refused when publishing.</translation>
    </message>
    <message>
        <source>Variable inconnue «&#x202f;{0}&#x202f;».</source>
        <translation>Unknown variable “{0}”.</translation>
    </message>
    <message>
        <source>Une accolade est seule.</source>
        <translation>A brace stands alone.</translation>
    </message>
    <message>
        <source>Des crochets entourent une partie facultative, avec une variable dedans.</source>
        <translation>Square brackets enclose an optional part, with a variable in it.</translation>
    </message>
    <message>
        <source>Le gras n’est pas refermé (**).</source>
        <translation>The bold is not closed (**).</translation>
    </message>
    <message>
        <source>Écrivez «&#x202f;de&#x202f;» ou «&#x202f;que&#x202f;» en entier&#xa0;: l’élision se fait seule.</source>
        <translation>Write “de” or “que” in full: the elision makes itself.</translation>
    </message>
    <message>
        <source>Sans «&#x202f;{0}&#x202f;» la phrase aurait un trou&#xa0;: ajoutez |un mot de remplacement.</source>
        <translation>Without “{0}” the sentence would have a hole: add |a word to stand in.</translation>
    </message>
    <message>
        <source>Ni HTML ni lien dans un guide («&#x202f;{0}&#x202f;»).</source>
        <translation>Neither HTML nor a link in a guide (“{0}”).</translation>
    </message>
    <message>
        <source>Publier cette version</source>
        <translation>Publish this version</translation>
    </message>
    <message>
        <source>Une autre version a été publiée depuis. Les deux seront gardées, et il faudra en choisir une.</source>
        <translation>Another version was published meanwhile. Both will be kept, and one will have to be picked.</translation>
    </message>
    <message>
        <source>Y aller</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>Ce qui change</source>
        <translation>What changes</translation>
    </message>
    <message>
        <source>Par exemple&#xa0;: la réparation vient avant l’explication</source>
        <translation>For example: the repair comes before the explanation</translation>
    </message>
    <message>
        <source>Pas encore</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Publier</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>«&#x202f;{title}&#x202f;» devient la version {version} pour toute l’équipe. Les contacts en cours gardent la leur, et chaque version peut être reprise.</source>
        <translation>“{title}” becomes version {version} for the whole team. Contacts under way keep theirs, and any version can be taken up again.</translation>
    </message>
    <message>
        <source>À reprendre avant de publier&#xa0;: {0}.</source>
        <translation>To mend before publishing: {0}.</translation>
    </message>
    <message>
        <source>La version n’a pas pu être écrite sur le disque. Le brouillon est gardé.</source>
        <translation>The version could not be written to the disk. The draft is kept.</translation>
    </message>
    <message>
        <source>Motifs pour lesquels le guide est proposé</source>
        <translation>Reasons for which the guide is offered</translation>
    </message>
    <message>
        <source>Ajouter un motif</source>
        <translation>Add a reason</translation>
    </message>
    <message>
        <source>Retirer le motif {0}</source>
        <translation>Remove the reason {0}</translation>
    </message>
    <message>
        <source>Brouillon</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Titre de l’étape</source>
        <translation>Title of the step</translation>
    </message>
    <message>
        <source>Un verbe&#xa0;: Accueillir, Comprendre…</source>
        <translation>A verb: Welcome, Understand…</translation>
    </message>
    <message>
        <source>But de l’étape</source>
        <translation>Aim of the step</translation>
    </message>
    <message>
        <source>Ce que la personne doit avoir gagné en la quittant</source>
        <translation>What the person should have gained on leaving it</translation>
    </message>
    <message>
        <source>Ce que l’on peut dire</source>
        <translation>What one may say</translation>
    </message>
    <message>
        <source>Une proposition, jamais un texte à lire</source>
        <translation>A proposal, never a text to read out</translation>
    </message>
    <message>
        <source>Ensuite</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>Sans réaction choisie, ensuite</source>
        <translation>Without a chosen reaction, then</translation>
    </message>
    <message>
        <source>l’étape qui suit</source>
        <translation>the step that follows</translation>
    </message>
    <message>
        <source>{0}. {1}</source>
        <translation>{0}. {1}</translation>
    </message>
    <message>
        <source>étape disparue ({0})</source>
        <translation>step that is gone ({0})</translation>
    </message>
    <message>
        <source>Insérer une variable</source>
        <translation>Insert a variable</translation>
    </message>
    <message>
        <source>Prénom du client</source>
        <translation>Customer’s given name</translation>
    </message>
    <message>
        <source>Nom du client</source>
        <translation>Customer’s family name</translation>
    </message>
    <message>
        <source>Prénom et nom du client</source>
        <translation>Customer’s full name</translation>
    </message>
    <message>
        <source>Comment l’appeler</source>
        <translation>How to address them</translation>
    </message>
    <message>
        <source>Numéro de client</source>
        <translation>Customer number</translation>
    </message>
    <message>
        <source>Ville</source>
        <translation>City</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Client depuis (année)</source>
        <translation>Customer since (year)</translation>
    </message>
    <message>
        <source>Contrat</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>Numéro du contrat</source>
        <translation>Contract number</translation>
    </message>
    <message>
        <source>Prix par mois</source>
        <translation>Price a month</translation>
    </message>
    <message>
        <source>Fin de l’engagement</source>
        <translation>End of the commitment</translation>
    </message>
    <message>
        <source>Prénom du conseiller</source>
        <translation>Advisor’s given name</translation>
    </message>
    <message>
        <source>Nom du conseiller</source>
        <translation>Advisor’s family name</translation>
    </message>
    <message>
        <source>Nom de l’entreprise</source>
        <translation>Company’s name</translation>
    </message>
    <message>
        <source>Comparer</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>{version}, publiée par {who} {when}, n’est pas dans votre brouillon. Rien ne se perd.</source>
        <translation>{version}, published by {who} {when}, is not in your draft. Nothing is lost.</translation>
    </message>
    <message>
        <source>{version}, publiée {when}, n’est pas dans votre brouillon. Rien ne se perd.</source>
        <translation>{version}, published {when}, is not in your draft. Nothing is lost.</translation>
    </message>
    <message>
        <source>Ce qui diffère de votre brouillon</source>
        <translation>How it differs from your draft</translation>
    </message>
    <message>
        <source>Cette version ne se lit pas sur ce poste&#xa0;: elle vient d’une application plus récente, ou son texte est abîmé.</source>
        <translation>This version cannot be read on this computer: it comes from a newer application, or its text is damaged.</translation>
    </message>
    <message>
        <source>Continuer d’écrire</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>Votre brouillon</source>
        <translation>Your draft</translation>
    </message>
</context>
<context>
    <name>EndReason</name>
    <message>
        <source>Terminée</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Personne n’est venu</source>
        <translation>Nobody came</translation>
    </message>
    <message>
        <source>Déclinée par le client</source>
        <translation>Declined by the customer</translation>
    </message>
    <message>
        <source>Liaison perdue</source>
        <translation>Connection lost</translation>
    </message>
    <message>
        <source>Page du conseiller fermée</source>
        <translation>Advisor’s page closed</translation>
    </message>
</context>
<context>
    <name>EntryKind</name>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Réponse à l’enquête</source>
        <translation>Survey answer</translation>
    </message>
    <message>
        <source>Écart au guide</source>
        <translation>Step-off</translation>
    </message>
    <message>
        <source>Incivilité</source>
        <translation>Incivility</translation>
    </message>
    <message>
        <source>Promesse</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>Note épinglée</source>
        <translation>Pinned note</translation>
    </message>
    <message>
        <source>Appel vidéo</source>
        <translation>Video call</translation>
    </message>
    <message>
        <source>Geste offert</source>
        <translation>Gesture offered</translation>
    </message>
</context>
<context>
    <name>EntryOverlay</name>
    <message>
        <source>Le client a écrit</source>
        <translation>The customer wrote</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Conseiller</source>
        <translation>Advisor</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Geste</source>
        <translation>Gesture</translation>
    </message>
    <message>
        <source>Échéance</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Attente</source>
        <translation>Wait</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Réponse du client</source>
        <translation>Customer’s answer</translation>
    </message>
    <message>
        <source>Effort (réponse)</source>
        <translation>Effort (answer)</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>Résolution</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Ce qui s’est passé</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Un guide qui n’est plus connu ici</source>
        <translation>A guide no longer known here</translation>
    </message>
    <message>
        <source>{guide}, version {n}</source>
        <translation>{guide}, version {n}</translation>
    </message>
</context>
<context>
    <name>Exported</name>
    <message>
        <source>Contact du {day}</source>
        <translation>Contact of {day}</translation>
    </message>
    <message>
        <source>client non identifié</source>
        <translation>customer not identified</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Valeur</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Conseiller</source>
        <translation>Advisor</translation>
    </message>
    <message>
        <source>Canal</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Fin</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Résolution</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>Effort perçu par le conseiller (1 à 7)</source>
        <translation>Effort seen by the advisor (1 to 7)</translation>
    </message>
    <message>
        <source>Satisfaction estimée (1 à 5)</source>
        <translation>Estimated satisfaction (1 to 5)</translation>
    </message>
    <message>
        <source>Évitable</source>
        <translation>Avoidable</translation>
    </message>
    <message>
        <source>Mes check-ins</source>
        <translation>My check-ins</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Mots</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Qui le voit</source>
        <translation>Who sees it</translation>
    </message>
    <message>
        <source>Lu par</source>
        <translation>Read by</translation>
    </message>
    <message>
        <source>Réponses</source>
        <translation>Replies</translation>
    </message>
    <message>
        <source>Totaux de l’équipe</source>
        <translation>Team totals</translation>
    </message>
    <message>
        <source>Du</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Au</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Remarque</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Moyennes de semaines closes, à un demi-point près, sur au moins 5 personnes que l’on ne lit pas nommément.</source>
        <translation>Means of closed weeks, to half a point, over at least 5 people who are not read by name.</translation>
    </message>
    <message>
        <source>Humeur (1 à 5)</source>
        <translation>Mood (1 to 5)</translation>
    </message>
    <message>
        <source>Énergie (1 à 5)</source>
        <translation>Energy (1 to 5)</translation>
    </message>
    <message>
        <source>Charge (1 à 5)</source>
        <translation>Load (1 to 5)</translation>
    </message>
    <message>
        <source>pas encore close</source>
        <translation>not closed yet</translation>
    </message>
    <message>
        <source>attend la suivante</source>
        <translation>waits for the next one</translation>
    </message>
    <message>
        <source>pas encore lue</source>
        <translation>not read yet</translation>
    </message>
    <message>
        <source>non montrée</source>
        <translation>not shown</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Écarts</source>
        <translation>Step-offs</translation>
    </message>
    <message>
        <source>A aidé</source>
        <translation>Helped</translation>
    </message>
    <message>
        <source>Promesses et rappels</source>
        <translation>Promises and callbacks</translation>
    </message>
    <message>
        <source>Échéance</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Gestes</source>
        <translation>Gestures</translation>
    </message>
    <message>
        <source>Montant</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Incivilités</source>
        <translation>Incivilities</translation>
    </message>
    <message>
        <source>Gravité (1 à 3)</source>
        <translation>Gravity (1 to 3)</translation>
    </message>
    <message>
        <source>Client prévenu</source>
        <translation>Customer warned</translation>
    </message>
    <message>
        <source>Échange terminé</source>
        <translation>Exchange ended</translation>
    </message>
    <message>
        <source>Ce que le client a répondu</source>
        <translation>What the customer answered</translation>
    </message>
    <message>
        <source>Satisfaction (1 à 5)</source>
        <translation>Satisfaction (1 to 5)</translation>
    </message>
    <message>
        <source>Effort (1 à 7)</source>
        <translation>Effort (1 to 7)</translation>
    </message>
    <message>
        <source>Recommandation (0 à 10)</source>
        <translation>Recommendation (0 to 10)</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Motifs</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Publiée par</source>
        <translation>Published by</translation>
    </message>
    <message>
        <source>Contacts en 30 jours</source>
        <translation>Contacts in 30 days</translation>
    </message>
    <message>
        <source>Contacts en 90 jours</source>
        <translation>Contacts in 90 days</translation>
    </message>
    <message>
        <source>Résolus</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>Efforts faciles (1 à 3)</source>
        <translation>Easy efforts (1 to 3)</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Ma journée du {day}</source>
        <translation>My day, {day}</translation>
    </message>
    <message>
        <source>Où elle en est</source>
        <translation>Where it stands</translation>
    </message>
    <message>
        <source>Parcours de {customer}</source>
        <translation>Timeline of {customer}</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Effort</translation>
    </message>
    <message>
        <source>Écarts au guide «&#x202f;{guide}&#x202f;»</source>
        <translation>Step-offs from the guide “{guide}”</translation>
    </message>
    <message>
        <source>Parts en %, avec leur intervalle à 95 % (Wilson). «&#x202f;Autres&#x202f;»&#xa0;: les contacts qui ont suivi le guide sans ces écarts. Aucune cause n’est affirmée&#x202f;; rien n’est compté par personne.</source>
        <translation>Shares in %, with their 95% interval (Wilson). “Others”: contacts that followed the guide without these step-offs. No cause is claimed; nothing is counted per person.</translation>
    </message>
    <message>
        <source>Étape</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Écart</source>
        <translation>Step-off</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Raisons</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>Mesure</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Part (%)</source>
        <translation>Share (%)</translation>
    </message>
    <message>
        <source>Intervalle</source>
        <translation>Interval</translation>
    </message>
    <message>
        <source>Autres (%)</source>
        <translation>Others (%)</translation>
    </message>
    <message>
        <source>Tous les écarts de l’étape</source>
        <translation>All step-offs of the step</translation>
    </message>
    <message>
        <source>{words} (devenu une suggestion)</source>
        <translation>{words} (now a suggestion)</translation>
    </message>
    <message>
        <source>Estimations et réponses</source>
        <translation>Estimates and answers</translation>
    </message>
    <message>
        <source>Votre estimation</source>
        <translation>Your estimate</translation>
    </message>
    <message>
        <source>Réponse</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Miroir du {first} au {last}</source>
        <translation>Mirror from {first} to {last}</translation>
    </message>
    <message>
        <source>Clients filtrés&#xa0;: {by}. L’équipe reste entière.</source>
        <translation>Customers filtered: {by}. The team stays whole.</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>Équipe</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Écart d’estimation de l’équipe</source>
        <translation>The team’s estimate gap</translation>
    </message>
    <message>
        <source>Estimation moins réponse</source>
        <translation>Estimate less answer</translation>
    </message>
    <message>
        <source>Semaine du</source>
        <translation>Week of</translation>
    </message>
    <message>
        <source>{name} (%)</source>
        <translation>{name} (%)</translation>
    </message>
    <message>
        <source>semaines réunies</source>
        <translation>weeks together</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>{guide}, versions {before} et {after}</source>
        <translation>{guide}, versions {before} and {after}</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Version {n}</source>
        <translation>Version {n}</translation>
    </message>
    <message>
        <source>L’étape</source>
        <translation>The step</translation>
    </message>
    <message>
        <source>Déplacée</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>Incivilités vécues dans l’équipe</source>
        <translation>Incivility met in the team</translation>
    </message>
    <message>
        <source>Vécue par</source>
        <translation>Met by</translation>
    </message>
    <message>
        <source>Mes signalements</source>
        <translation>My reports</translation>
    </message>
    <message>
        <source>Gravité</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>Le fait</source>
        <translation>The fact</translation>
    </message>
    <message>
        <source>L’échange</source>
        <translation>The exchange</translation>
    </message>
    <message>
        <source>Suivie le</source>
        <translation>Followed on</translation>
    </message>
    <message>
        <source>Ce qui a suivi</source>
        <translation>What followed</translation>
    </message>
    <message>
        <source>Demandé par</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>Geste</source>
        <translation>Gesture</translation>
    </message>
    <message>
        <source>Montant (€)</source>
        <translation>Amount (€)</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Répondu le</source>
        <translation>Answered on</translation>
    </message>
    <message>
        <source>Demandes de geste</source>
        <translation>Requests for a gesture</translation>
    </message>
    <message>
        <source>Proposée le</source>
        <translation>Proposed on</translation>
    </message>
    <message>
        <source>Histoire</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>Signée par</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>Décidée le</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>Histoires proposées</source>
        <translation>Stories proposed</translation>
    </message>
    <message>
        <source>à lire</source>
        <translation>to read</translation>
    </message>
    <message>
        <source>publiée</source>
        <translation>published</translation>
    </message>
    <message>
        <source>pas publiée</source>
        <translation>not published</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Rien à exporter ici.</source>
        <translation>Nothing to export here.</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Virgule décimale dans le tableau (Excel)</source>
        <translation>Decimal comma in the table (French Excel)</translation>
    </message>
    <message>
        <source>Écriture…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>{title}. {subtitle}</source>
        <translation>{title}. {subtitle}</translation>
    </message>
    <message>
        <source>Tableau pour un tableur (CSV)</source>
        <translation>Table for a spreadsheet (CSV)</translation>
    </message>
    <message>
        <source>Document à lire ou à imprimer (PDF)</source>
        <translation>Document to read or print (PDF)</translation>
    </message>
    <message>
        <source>Images (PNG)</source>
        <translation>Pictures (PNG)</translation>
    </message>
    <message>
        <source>Images à agrandir (SVG)</source>
        <translation>Pictures to enlarge (SVG)</translation>
    </message>
    <message>
        <source>Enregistrer en {form}…</source>
        <translation>Save as {form}…</translation>
    </message>
    <message>
        <source>Le disque est plein&#x202f;: rien n’a été écrit. Libérez de la place ou choisissez un autre disque.</source>
        <translation>The disk is full: nothing was written. Make room or choose another disk.</translation>
    </message>
    <message>
        <source>Ce dossier ou ce fichier ne se laisse pas écrire. Fermez-le s’il est ouvert, ou choisissez un autre endroit.</source>
        <translation>This folder or file cannot be written. Close it if it is open, or choose another place.</translation>
    </message>
    <message>
        <source>Ce dossier n’existe plus. Choisissez un autre endroit.</source>
        <translation>This folder is no longer there. Choose another place.</translation>
    </message>
    <message>
        <source>Le fichier n’a pas pu être écrit. Essayez à un autre endroit.</source>
        <translation>The file could not be written. Try another place.</translation>
    </message>
    <message>
        <source>Écrit&#xa0;: {name}</source>
        <translation>Written: {name}</translation>
    </message>
    <message>
        <source>{n} fichiers écrits dans {folder}</source>
        <translation>{n} files written to {folder}</translation>
    </message>
</context>
<context>
    <name>Feeling</name>
    <message>
        <source>Satisfaction {n} sur 5, {word}</source>
        <translation>Satisfaction {n} out of 5, {word}</translation>
    </message>
    <message>
        <source>très faible</source>
        <translation>very low</translation>
    </message>
    <message>
        <source>faible</source>
        <translation>low</translation>
    </message>
    <message>
        <source>moyenne</source>
        <translation>average</translation>
    </message>
    <message>
        <source>bonne</source>
        <translation>good</translation>
    </message>
    <message>
        <source>très bonne</source>
        <translation>very good</translation>
    </message>
</context>
<context>
    <name>FirstPerson</name>
    <message>
        <source>Votre nom</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Commencer</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Personne n’est encore ici</source>
        <translation>Nobody is here yet</translation>
    </message>
    <message>
        <source>Ces données ({path}) ne connaissent aucun conseiller. Donnez votre nom pour les ouvrir&#xa0;: vos contacts le porteront.</source>
        <translation>This data ({path}) has no advisors yet. Give your name to open it: it will appear on your contacts.</translation>
    </message>
    <message>
        <source>Il faut un nom.</source>
        <translation>A name is needed.</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>Le disque de ce poste est plein. La réserve a servi à enregistrer votre travail&#xa0;: libérez de la place maintenant.</source>
        <translation>This computer’s disk is full. The reserve was used to save your work: make room now.</translation>
    </message>
    <message>
        <source>Client de {branch}. Sa fiche reste 30 jours sur ce poste&#xa0;; son ouverture est notée au journal.</source>
        <translation>A customer of {branch}. The file stays 30 days on this computer; opening it is in the audit trail.</translation>
    </message>
    <message>
        <source>Fiche lue sur le serveur. Elle reste 30 jours sur ce poste&#xa0;; son ouverture est notée au journal.</source>
        <translation>File read from the server. It stays 30 days on this computer; opening it is in the audit trail.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>À demander, si besoin</source>
        <translation>To ask, if need be</translation>
    </message>
    <message>
        <source>À vérifier</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>Le guide suivi dans ce contact n’est plus disponible&#x202f;; rien n’est perdu.</source>
        <translation>The guide followed in this contact is no longer available; nothing is lost.</translation>
    </message>
    <message>
        <source>Guides suggérés</source>
        <translation>Suggested guides</translation>
    </message>
    <message>
        <source>Autres guides</source>
        <translation>Other guides</translation>
    </message>
    <message>
        <source>Suggérés pour cet échange</source>
        <translation>Suggested for this contact</translation>
    </message>
    <message>
        <source>Tous les guides</source>
        <translation>All guides</translation>
    </message>
    <message>
        <source>Vous menez l’échange comme vous l’entendez. Un guide reste à portée de main&#xa0;: son chiffre l’ouvre, et rien ne vous y retient.</source>
        <translation>You lead the conversation as you see fit. A guide stays within reach: its digit opens it, and nothing ties you to it.</translation>
    </message>
    <message>
        <source>Sans guide</source>
        <translation>No guide</translation>
    </message>
    <message>
        <source>Étape précédente</source>
        <translation>Previous step</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Ensuite&#xa0;: {0}</source>
        <translation>Next: {0}</translation>
    </message>
    <message>
        <source>Dernière étape</source>
        <translation>Last step</translation>
    </message>
    <message>
        <source>Un guide, pas un texte à lire. Vous décidez&#x202f;; chaque écart utile améliore le guide.</source>
        <translation>A guide, not a text to read out. You decide; each step-off that helps improves the guide.</translation>
    </message>
    <message>
        <source>Changer</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>M’écarter</source>
        <translation>Step off</translation>
    </message>
    <message>
        <source>v{0}</source>
        <translation>v{0}</translation>
    </message>
    <message>
        <source>Changer de guide, à présent&#xa0;: {0}</source>
        <translation>Change guide, now: {0}</translation>
    </message>
    <message>
        <source>Choisir un guide</source>
        <translation>Choose a guide</translation>
    </message>
    <message>
        <source>Déjà connu</source>
        <translation>Already known</translation>
    </message>
    <message>
        <source>Contrat {0}</source>
        <translation>Contract {0}</translation>
    </message>
    <message>
        <source>Engagement jusqu’au</source>
        <translation>Committed until</translation>
    </message>
    <message>
        <source>Prix par mois</source>
        <translation>Price per month</translation>
    </message>
    <message>
        <source>La loi demande cette étape</source>
        <translation>The law requires this step</translation>
    </message>
    <message>
        <source>Refusée</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>Refuser, avec une raison</source>
        <translation>Decline, with a reason</translation>
    </message>
    <message>
        <source>Revenir dessus</source>
        <translation>Take it up again</translation>
    </message>
    <message>
        <source>Raison donnée&#xa0;: {0}</source>
        <translation>Reason given: {0}</translation>
    </message>
    <message>
        <source>Pourquoi refuser cette étape</source>
        <translation>Why decline this step</translation>
    </message>
    <message>
        <source>Par exemple&#xa0;: déjà dit hier par ma collègue</source>
        <translation>For example: already said yesterday by my colleague</translation>
    </message>
    <message>
        <source>Noter</source>
        <translation>Note it</translation>
    </message>
    <message>
        <source>Un mot suffit</source>
        <translation>One word is enough</translation>
    </message>
    <message>
        <source>Réactions</source>
        <translation>Reactions</translation>
    </message>
    <message>
        <source>**But de l’étape** — {0}</source>
        <translation>**Aim of this step** — {0}</translation>
    </message>
    <message>
        <source>→ Poursuivre librement</source>
        <translation>→ Carry on freely</translation>
    </message>
    <message>
        <source>→ {0}</source>
        <translation>→ {0}</translation>
    </message>
    <message>
        <source>Détails</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Relire les fichiers</source>
        <translation>Reload the files</translation>
    </message>
    <message>
        <source>Un fichier de guide est à reprendre&#x202f;; les autres restent disponibles.</source>
        <translation>One guide file needs correcting; the others remain available.</translation>
    </message>
    <message>
        <source>{0} fichiers de guide sont à reprendre&#x202f;; les autres restent disponibles.</source>
        <translation>{0} guide files need correcting; the others remain available.</translation>
    </message>
    <message>
        <source>{file}, ligne {line}</source>
        <translation>{file}, line {line}</translation>
    </message>
    <message>
        <source>{file}, ligne {line}, {field}</source>
        <translation>{file}, line {line}, {field}</translation>
    </message>
    <message>
        <source>variable inconnue «&#x202f;{0}&#x202f;»&#xa0;: vouliez-vous dire «&#x202f;{1}&#x202f;»&#x202f;?</source>
        <translation>unknown variable “{0}”: did you mean “{1}”?</translation>
    </message>
    <message>
        <source>le fichier n’est pas en UTF-8 (il semble en {0})&#xa0;: réenregistrez-le en UTF-8</source>
        <translation>the file is not in UTF-8 (it seems to be {0}): save it again as UTF-8</translation>
    </message>
    <message>
        <source>le fichier ne peut pas être lu ({0})</source>
        <translation>the file cannot be read ({0})</translation>
    </message>
    <message>
        <source>ce n’est pas un fichier de texte</source>
        <translation>this is not a text file</translation>
    </message>
    <message>
        <source>le fichier dépasse {0}&#xa0;Kio</source>
        <translation>the file is larger than {0}&#xa0;KiB</translation>
    </message>
    <message>
        <source>ce n’est pas du YAML valable ({0})</source>
        <translation>this is not valid YAML ({0})</translation>
    </message>
    <message>
        <source>ce champ manque {0}</source>
        <translation>this field is missing {0}</translation>
    </message>
    <message>
        <source>champ inconnu</source>
        <translation>unknown field</translation>
    </message>
    <message>
        <source>champ écrit deux fois</source>
        <translation>field written twice</translation>
    </message>
    <message>
        <source>ce n’est pas le type attendu ({0})</source>
        <translation>this is not the expected type ({0})</translation>
    </message>
    <message>
        <source>ce champ est vide</source>
        <translation>this field is empty</translation>
    </message>
    <message>
        <source>plus long que permis ({0})</source>
        <translation>longer than allowed ({0})</translation>
    </message>
    <message>
        <source>hors des limites ({0})</source>
        <translation>out of bounds ({0})</translation>
    </message>
    <message>
        <source>identifiant&#xa0;: lettres minuscules sans accent, chiffres, tirets</source>
        <translation>identifier: unaccented lower-case letters, digits, hyphens</translation>
    </message>
    <message>
        <source>valeur refusée</source>
        <translation>value not accepted</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» sert déjà ailleurs</source>
        <translation>“{0}” is already used elsewhere</translation>
    </message>
    <message>
        <source>l’étape «&#x202f;{0}&#x202f;» n’existe pas</source>
        <translation>step “{0}” does not exist</translation>
    </message>
    <message>
        <source>rien ne mène à l’étape «&#x202f;{0}&#x202f;»</source>
        <translation>nothing leads to step “{0}”</translation>
    </message>
    <message>
        <source>motif inconnu «&#x202f;{0}&#x202f;»</source>
        <translation>unknown reason “{0}”</translation>
    </message>
    <message>
        <source>variable inconnue «&#x202f;{0}&#x202f;»</source>
        <translation>unknown variable “{0}”</translation>
    </message>
    <message>
        <source>accolade isolée</source>
        <translation>stray brace</translation>
    </message>
    <message>
        <source>des crochets entourent une partie facultative, avec une variable</source>
        <translation>square brackets surround an optional part, with a variable</translation>
    </message>
    <message>
        <source>gras mal fermé (**)</source>
        <translation>bold not closed properly (**)</translation>
    </message>
    <message>
        <source>écrivez «&#x202f;de&#x202f;» ou «&#x202f;que&#x202f;» en entier&#xa0;: l’élision se fait seule</source>
        <translation>write “de” or “que” in full: elision happens by itself</translation>
    </message>
    <message>
        <source>sans «&#x202f;{0}&#x202f;» la phrase aurait un trou&#xa0;: ajoutez |un mot de remplacement</source>
        <translation>without “{0}” the sentence would have a gap: add |a replacement word</translation>
    </message>
    <message>
        <source>ni HTML ni lien dans un guide («&#x202f;{0}&#x202f;»)</source>
        <translation>neither HTML nor links in a guide (“{0}”)</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;»</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>Ce que l’on peut dire</source>
        <translation>What one may say</translation>
    </message>
    <message>
        <source>Je m’écarte</source>
        <translation>Step off</translation>
    </message>
    <message>
        <source>Pourquoi vous écartez-vous&#x202f;?</source>
        <translation>Why are you stepping off?</translation>
    </message>
    <message>
        <source>Écarts déjà tentés à cette étape</source>
        <translation>Step-offs already tried at this step</translation>
    </message>
    <message>
        <source>Déjà tenté à cette étape (Entrée pour reprendre)</source>
        <translation>Already tried at this step (Enter to reuse)</translation>
    </message>
    <message>
        <source>Avec vos mots, si vous voulez</source>
        <translation>In your own words, if you like</translation>
    </message>
    <message>
        <source>Avec vos mots, si vous voulez (Entrée pour noter)</source>
        <translation>In your own words, if you like (Enter to note)</translation>
    </message>
    <message>
        <source>Un chiffre suffit. S’écarter est bienvenu.</source>
        <translation>One digit is enough. Stepping off is welcome.</translation>
    </message>
    <message>
        <source>Écart noté à {0}</source>
        <translation>Step-off noted at {0}</translation>
    </message>
    <message>
        <source>Écart noté à {0}, étape «&#x202f;{1}&#x202f;»</source>
        <translation>Step-off noted at {0}, step “{1}”</translation>
    </message>
    <message>
        <source>A-t-il aidé&#x202f;?</source>
        <translation>Did it help?</translation>
    </message>
    <message>
        <source>Oui</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Ne sait pas</source>
        <translation>Don’t know</translation>
    </message>
    <message>
        <source>{0} utiles</source>
        <translation>{0} helped</translation>
    </message>
    <message>
        <source>{0} essais</source>
        <translation>{0} tries</translation>
    </message>
    <message>
        <source>pas encore assez d’avis</source>
        <translation>not enough opinions yet</translation>
    </message>
    <message>
        <source>moins de 5 essais</source>
        <translation>fewer than 5 tries</translation>
    </message>
    <message>
        <source>Utile entre {low} et {high} des fois, à 95 % près (contacts jugés&#xa0;: {n})</source>
        <translation>Useful between {low} and {high} of the time, at 95% (contacts judged: {n})</translation>
    </message>
    <message>
        <source>Écarts utiles à cette étape</source>
        <translation>Useful step-offs at this step</translation>
    </message>
    <message>
        <source>appris par les équipes, sans aucun nom</source>
        <translation>learned from the teams, with no names</translation>
    </message>
    <message>
        <source>Essayer</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>Essayer&#xa0;: {0}</source>
        <translation>Try: {0}</translation>
    </message>
    <message>
        <source>tenté à une autre étape</source>
        <translation>tried at another step</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Aucun contact en cours</source>
        <translation>No contact in progress</translation>
    </message>
    <message>
        <source>Le guide s’ouvre avec un contact.</source>
        <translation>The guide opens with a contact.</translation>
    </message>
    <message>
        <source>Lecture des guides…</source>
        <translation>Reading the guides…</translation>
    </message>
    <message>
        <source>Les guides n’ont pas pu être lus</source>
        <translation>The guides could not be read</translation>
    </message>
    <message>
        <source>Le contact continue, et rien n’en est perdu.</source>
        <translation>The contact goes on, and nothing of it is lost.</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Écart noté</source>
        <translation>Step-off noted</translation>
    </message>
    <message>
        <source>Étapes du guide</source>
        <translation>Steps of the guide</translation>
    </message>
    <message>
        <source>Comment réagit-elle&#x202f;?</source>
        <translation>How does she react?</translation>
    </message>
    <message>
        <source>Comment réagit-il&#x202f;?</source>
        <translation>How does he react?</translation>
    </message>
    <message>
        <source>Quelle est la réaction&#x202f;?</source>
        <translation>What is the reaction?</translation>
    </message>
    <message>
        <source>Suggestions de l’équipe</source>
        <translation>Suggestions from the team</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>Suggestion, née d’un écart de l’équipe</source>
        <translation>Suggestion, born of a step-off by the team</translation>
    </message>
    <message>
        <source>Suggestion, née d’un écart de {0}</source>
        <translation>Suggestion, born of a step-off by {0}</translation>
    </message>
    <message>
        <source>Suggestion, née d’écarts de {0} et de {1}</source>
        <translation>Suggestion, born of step-offs by {0} and {1}</translation>
    </message>
</context>
<context>
    <name>Guides</name>
    <message>
        <source>Voir les versions</source>
        <translation>See the versions</translation>
    </message>
    <message>
        <source>Votre brouillon, écrit {when}, attend. Personne d’autre ne le voit.</source>
        <translation>Your draft, written {when}, is waiting. Nobody else sees it.</translation>
    </message>
    <message>
        <source>Une autre version a été publiée en même temps ({names}). Les deux sont gardées&#x202f;; la première reste en vigueur tant que personne n’a choisi.</source>
        <translation>Another version was published at the same time ({names}). Both are kept; the first one stays in force until somebody picks.</translation>
    </message>
    <message>
        <source>Une autre version a été publiée en même temps ({names}). La première reste en vigueur&#x202f;; un responsable choisira.</source>
        <translation>Another version was published at the same time ({names}). The first one stays in force; a lead will pick.</translation>
    </message>
    <message>
        <source>La dernière version ne se lit pas sur ce poste&#xa0;: celle d’avant la remplace ici.</source>
        <translation>The last version cannot be read on this machine: the one before stands in here.</translation>
    </message>
    <message>
        <source>Comparaison</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Sans changement&#xa0;: {titles}.</source>
        <translation>Unchanged: {titles}.</translation>
    </message>
    <message>
        <source>Rien ne change entre ces deux versions.</source>
        <translation>Nothing changes between these two versions.</translation>
    </message>
    <message>
        <source>étapes ajoutées</source>
        <translation>steps added</translation>
    </message>
    <message>
        <source>étapes retirées</source>
        <translation>steps removed</translation>
    </message>
    <message>
        <source>étapes modifiées</source>
        <translation>steps changed</translation>
    </message>
    <message>
        <source>étapes déplacées</source>
        <translation>steps moved</translation>
    </message>
    <message>
        <source>textes du guide modifiés</source>
        <translation>texts of the guide changed</translation>
    </message>
    <message>
        <source>Ajoutée</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Retirée</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>Modifiée</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Déplacée</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>Nouveau guide, pas encore publié</source>
        <translation>New guide, not published yet</translation>
    </message>
    <message>
        <source>Exporter…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Supprimer le brouillon</source>
        <translation>Delete the draft</translation>
    </message>
    <message>
        <source>En YAML, comme les guides de l’application.</source>
        <translation>As YAML, like the guides of the application.</translation>
    </message>
    <message>
        <source>Continuer d’écrire</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Remettre en service</source>
        <translation>Offer again</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Ce que l’on regarde</source>
        <translation>What is shown</translation>
    </message>
    <message>
        <source>Le guide</source>
        <translation>The guide</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>contacts en 30 jours</source>
        <translation>contacts in 30 days</translation>
    </message>
    <message>
        <source>résolus, en 90 jours</source>
        <translation>resolved, in 90 days</translation>
    </message>
    <message>
        <source>efforts faciles (1 à 3)</source>
        <translation>easy efforts (1 to 3)</translation>
    </message>
    <message>
        <source>{n} en 90 jours</source>
        <translation>{n} in 90 days</translation>
    </message>
    <message>
        <source>Importer un guide</source>
        <translation>Import a guide</translation>
    </message>
    <message>
        <source>Guides (*.yaml *.yml)</source>
        <translation>Guides (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Tous les fichiers (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Exporter le guide</source>
        <translation>Export the guide</translation>
    </message>
    <message>
        <source>Ce fichier ne peut pas devenir un guide</source>
        <translation>This file cannot become a guide</translation>
    </message>
    <message>
        <source>À reprendre dans le fichier</source>
        <translation>To mend in the file</translation>
    </message>
    <message>
        <source>Choisir un fichier…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>À reprendre&#xa0;: {n}. Rien n’a été changé ici.</source>
        <translation>To mend: {n}. Nothing was changed here.</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>Brouillon</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Écrit {when}</source>
        <translation>Written {when}</translation>
    </message>
    <message>
        <source>Le guide, tel qu’il se lit</source>
        <translation>The guide as it reads</translation>
    </message>
    <message>
        <source>Légal</source>
        <translation>Legal</translation>
    </message>
    <message>
        <source>Puis&#xa0;: {title}</source>
        <translation>Then: {title}</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;»</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>Mes mots</source>
        <translation>My words</translation>
    </message>
    <message>
        <source>{label} → {title}</source>
        <translation>{label} → {title}</translation>
    </message>
    <message>
        <source>Comparée à</source>
        <translation>Compared with</translation>
    </message>
    <message>
        <source>Garder celle-ci</source>
        <translation>Keep this one</translation>
    </message>
    <message>
        <source>Remettre en vigueur</source>
        <translation>Put back in force</translation>
    </message>
    <message>
        <source>Écrire à partir de celle-ci</source>
        <translation>Write from this one</translation>
    </message>
    <message>
        <source>Retiré</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>En vigueur</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>À départager</source>
        <translation>A pick is due</translation>
    </message>
    <message>
        <source>L’une des deux ne se lit pas sur ce poste</source>
        <translation>One of the two cannot be read on this machine</translation>
    </message>
    <message>
        <source>Son texte est abîmé, ou vient d’une application plus récente. Les autres restent lisibles.</source>
        <translation>Its text is damaged, or comes from a newer application. The others can still be read.</translation>
    </message>
    <message>
        <source>Une seule version pour l’instant</source>
        <translation>One version so far</translation>
    </message>
    <message>
        <source>Publier en crée une autre&#x202f;; celle-ci reste là.</source>
        <translation>Publishing makes another one; this one stays.</translation>
    </message>
    <message>
        <source>Un instant…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Les données de ce poste ne répondent pas. Rien n’a été changé.</source>
        <translation>The data on this machine does not answer. Nothing was changed.</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Nouveau guide</source>
        <translation>New guide</translation>
    </message>
    <message>
        <source>Importer…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Un fichier YAML comme ceux de l’application&#x202f;; ses commentaires se perdent.</source>
        <translation>A YAML file like those of the application; its comments are lost.</translation>
    </message>
    <message>
        <source>Ce que l’on propose de dire, et comment cela se passe. Rien ne se perd.</source>
        <translation>What we suggest saying, and how it goes. Nothing is lost.</translation>
    </message>
    <message>
        <source>Des guides, pas des consignes&#xa0;: vous pouvez toujours vous en écarter.</source>
        <translation>Guides, not orders: you can always step off them.</translation>
    </message>
    <message>
        <source>Aucun guide</source>
        <translation>No guide</translation>
    </message>
    <message>
        <source>Un responsable peut en écrire un, ou importer un fichier.</source>
        <translation>A lead can write one, or import a file.</translation>
    </message>
    <message>
        <source>Guide sans titre</source>
        <translation>Untitled guide</translation>
    </message>
    <message>
        <source>Version {n}</source>
        <translation>Version {n}</translation>
    </message>
    <message>
        <source>{version}, publiée {when}</source>
        <translation>{version}, published {when}</translation>
    </message>
    <message>
        <source>{version}, publiée par {who} {when}</source>
        <translation>{version}, published by {who} {when}</translation>
    </message>
    <message>
        <source>déposée par l’administration</source>
        <translation>put in by the administrator</translation>
    </message>
    <message>
        <source>fournie avec l’application</source>
        <translation>came with the application</translation>
    </message>
    <message>
        <source>Aucun contact en 90 jours</source>
        <translation>No contact in 90 days</translation>
    </message>
    <message>
        <source>Contacts&#xa0;: {a} en 30 jours, {b} en 90</source>
        <translation>Contacts: {a} in 30 days, {b} in 90</translation>
    </message>
    <message>
        <source>rien encore</source>
        <translation>nothing yet</translation>
    </message>
    <message>
        <source>trop peu ({n}) pour un pourcentage</source>
        <translation>too few ({n}) for a percentage</translation>
    </message>
    <message>
        <source>{a} sur {b}</source>
        <translation>{a} of {b}</translation>
    </message>
    <message>
        <source>sans titre</source>
        <translation>untitled</translation>
    </message>
    <message>
        <source>Guide retiré&#xa0;: il n’est plus proposé. Les contacts commencés avec lui le gardent.</source>
        <translation>Guide retired: it is offered no more. Contacts begun with it keep it.</translation>
    </message>
    <message>
        <source>Guide remis en service.</source>
        <translation>Guide offered again.</translation>
    </message>
    <message>
        <source>Remise en vigueur, sous le numéro {version}.</source>
        <translation>Back in force, as number {version}.</translation>
    </message>
    <message>
        <source>C’est choisi&#xa0;: version {version}. L’autre reste dans l’historique.</source>
        <translation>Picked: version {version}. The other one stays in the history.</translation>
    </message>
    <message>
        <source>Brouillon supprimé&#xa0;: {title}.</source>
        <translation>Draft deleted: {title}.</translation>
    </message>
    <message>
        <source>Guide écrit dans {detail}.</source>
        <translation>Guide written to {detail}.</translation>
    </message>
    <message>
        <source>Version {version} publiée.</source>
        <translation>Version {version} published.</translation>
    </message>
    <message>
        <source>Ce guide a changé entre-temps&#xa0;: voici où il en est.</source>
        <translation>This guide changed meanwhile: here is how it stands.</translation>
    </message>
    <message>
        <source>Cette version n’est plus valable telle quelle ({detail})&#xa0;: reprenez-la dans un brouillon.</source>
        <translation>This version is no longer valid as it is ({detail}): go on with it in a draft.</translation>
    </message>
    <message>
        <source>Le fichier n’a pas pu être écrit. Choisissez un autre dossier.</source>
        <translation>The file could not be written. Choose another folder.</translation>
    </message>
    <message>
        <source>Illisible ici</source>
        <translation>Unreadable here</translation>
    </message>
    <message>
        <source>Titre</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Résumé</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Motifs</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>But de l’étape</source>
        <translation>Aim of the step</translation>
    </message>
    <message>
        <source>Ce que l’on peut dire</source>
        <translation>What one may say</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>À vérifier</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>Réaction</source>
        <translation>Reaction</translation>
    </message>
    <message>
        <source>La réaction mène à</source>
        <translation>The reaction leads to</translation>
    </message>
    <message>
        <source>Étape suivante</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Pourquoi la loi le demande</source>
        <translation>Why the law asks for it</translation>
    </message>
    <message>
        <source>Référence</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Suggestion</translation>
    </message>
</context>
<context>
    <name>Helped</name>
    <message>
        <source>Oui</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>No</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Chercher</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Étape suivante</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>M’écarter</source>
        <translation>Step off</translation>
    </message>
    <message>
        <source>Incivilité</source>
        <translation>Incivility</translation>
    </message>
    <message>
        <source>Vidéo</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Clôturer</source>
        <translation>Wrap up</translation>
    </message>
    <message>
        <source>Ça va&#x202f;?</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>Tout</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Keys</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>En image</source>
        <translation>As a picture</translation>
    </message>
    <message>
        <source>Humeur, énergie et charge, au fil du temps</source>
        <translation>Mood, energy and load over time</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>Vos check-ins en tableau</source>
        <translation>Your check-ins as a table</translation>
    </message>
    <message>
        <source>Période</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Check-ins</source>
        <translation>Check-ins</translation>
    </message>
    <message>
        <source>Par jour ou par semaine</source>
        <translation>By day or by week</translation>
    </message>
    <message>
        <source>Jours</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>Semaines</source>
        <translation>Weeks</translation>
    </message>
    <message>
        <source>Comment vous allez</source>
        <translation>How you are</translation>
    </message>
    <message>
        <source>En tableau</source>
        <translation>As a table</translation>
    </message>
    <message>
        <source>Semaine du {day}</source>
        <translation>Week of {day}</translation>
    </message>
    <message>
        <source>&#x202f;; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>Cette page n’est que pour vous&#xa0;: personne d’autre n’a cette image.</source>
        <translation>This page is for you alone: nobody else has this picture.</translation>
    </message>
</context>
<context>
    <name>Holiday</name>
    <message>
        <source>jour de l’An</source>
        <translation>New Year’s Day</translation>
    </message>
    <message>
        <source>lundi de Pâques</source>
        <translation>Easter Monday</translation>
    </message>
    <message>
        <source>fête du Travail</source>
        <translation>Labour Day</translation>
    </message>
    <message>
        <source>victoire de 1945</source>
        <translation>Victory Day 1945</translation>
    </message>
    <message>
        <source>Ascension</source>
        <translation>Ascension Day</translation>
    </message>
    <message>
        <source>lundi de Pentecôte</source>
        <translation>Whit Monday</translation>
    </message>
    <message>
        <source>fête nationale</source>
        <translation>Bastille Day</translation>
    </message>
    <message>
        <source>Assomption</source>
        <translation>Assumption</translation>
    </message>
    <message>
        <source>Toussaint</source>
        <translation>All Saints’ Day</translation>
    </message>
    <message>
        <source>armistice de 1918</source>
        <translation>Armistice Day 1918</translation>
    </message>
    <message>
        <source>Noël</source>
        <translation>Christmas Day</translation>
    </message>
</context>
<context>
    <name>Incivility</name>
    <message>
        <source>J’ai prévenu</source>
        <translation>I have warned</translation>
    </message>
    <message>
        <source>Mettre fin à l’échange</source>
        <translation>End the conversation</translation>
    </message>
    <message>
        <source>Clore le contact</source>
        <translation>Close the contact</translation>
    </message>
    <message>
        <source>Signaler autre chose</source>
        <translation>Report something else</translation>
    </message>
    <message>
        <source>Garder ouvert</source>
        <translation>Keep open</translation>
    </message>
    <message>
        <source>L’échange est terminé.</source>
        <translation>The conversation is over.</translation>
    </message>
    <message>
        <source>Vous pouvez mettre fin à l’échange.</source>
        <translation>You may end the conversation.</translation>
    </message>
    <message>
        <source>C’était votre droit, et c’est noté. Gardez le contact ouvert ou fermez-le, comme vous préférez.</source>
        <translation>It was your right, and it is noted. Keep the contact open or close it, as you prefer.</translation>
    </message>
    <message>
        <source>C’est noté. Rien ne vous oblige à continuer, ni à vous justifier.</source>
        <translation>It is noted. You don’t have to carry on, or to explain yourself.</translation>
    </message>
    <message>
        <source>Échange terminé après un avertissement.</source>
        <translation>Conversation ended after a warning.</translation>
    </message>
    <message>
        <source>Vous avez prévenu&#xa0;: c’est noté.</source>
        <translation>You have warned: noted.</translation>
    </message>
    <message>
        <source>Prévenez d’abord&#x202f;; vous pourrez ensuite mettre fin.</source>
        <translation>Warn first; then you may end it.</translation>
    </message>
    <message>
        <source>Vous pouvez dire</source>
        <translation>You may say</translation>
    </message>
    <message>
        <source>Prendre {n} minutes</source>
        <translation>Take {n} minutes</translation>
    </message>
    <message>
        <source>Poursuivre</source>
        <translation>Carry on</translation>
    </message>
    <message>
        <source>Décrivez l’échange, jamais la personne. C’est enregistré aussitôt.</source>
        <translation>Describe the exchange, never the person. It is saved at once.</translation>
    </message>
    <message>
        <source>Gravité</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>1 · Légère</source>
        <translation>1 · Mild</translation>
    </message>
    <message>
        <source>2 · Sérieuse</source>
        <translation>2 · Serious</translation>
    </message>
    <message>
        <source>3 · Grave</source>
        <translation>3 · Severe</translation>
    </message>
    <message>
        <source>Le fait, en quelques mots</source>
        <translation>What happened, in a few words</translation>
    </message>
    <message>
        <source>Ce qui a été dit ou fait…</source>
        <translation>What was said or done…</translation>
    </message>
    <message>
        <source>à choisir&#xa0;: {keys}</source>
        <translation>to choose: {keys}</translation>
    </message>
    <message>
        <source>Ce qui s’est passé</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Signaler une incivilité</source>
        <translation>Report incivility</translation>
    </message>
    <message>
        <source>Copier le texte</source>
        <translation>Copy the text</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>C’est noté.</source>
        <translation>Noted.</translation>
    </message>
    <message>
        <source>Pas encore enregistré&#xa0;: les données de ce poste ne répondent pas. Libérez de la place, puis recommencez. Votre texte reste ici.</source>
        <translation>Not saved yet: this computer’s data is not responding. Free some space, then try again. Your text stays here.</translation>
    </message>
    <message>
        <source>Un échange difficile</source>
        <translation>A difficult conversation</translation>
    </message>
</context>
<context>
    <name>IncivilityType</name>
    <message>
        <source>Propos déplacés</source>
        <translation>Rude remarks</translation>
    </message>
    <message>
        <source>Insultes</source>
        <translation>Insults</translation>
    </message>
    <message>
        <source>Menaces</source>
        <translation>Threats</translation>
    </message>
    <message>
        <source>Propos discriminants</source>
        <translation>Discriminatory remarks</translation>
    </message>
    <message>
        <source>Propos sexuels</source>
        <translation>Sexual remarks</translation>
    </message>
    <message>
        <source>Autre</source>
        <translation>Other</translation>
    </message>
</context>
<context>
    <name>Journey</name>
    <message>
        <source>abandonné avant réponse</source>
        <translation>abandoned before an answer</translation>
    </message>
    <message>
        <source>abandonné après {span} d’attente</source>
        <translation>abandoned after waiting {span}</translation>
    </message>
    <message>
        <source>Rappel promis</source>
        <translation>Callback promised</translation>
    </message>
    <message>
        <source>Promesse</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>tenue</source>
        <translation>kept</translation>
    </message>
    <message>
        <source>annulée</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;»</source>
        <translation>“{words}”</translation>
    </message>
</context>
<context>
    <name>JourneyCard</name>
    <message>
        <source>Parcours</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Chercher dans le parcours</source>
        <translation>Search the timeline</translation>
    </message>
    <message>
        <source>Chercher…</source>
        <translation>Search…</translation>
    </message>
    <message>
        <source>Le parcours n’a pas pu être lu.</source>
        <translation>The timeline could not be read.</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Charger la suite</source>
        <translation>Load more</translation>
    </message>
    <message>
        <source>Canal</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Tous</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Rien pour «&#x202f;{text}&#x202f;»</source>
        <translation>Nothing for “{text}”</translation>
    </message>
    <message>
        <source>Les notes et les mots du client ont été parcourus, accents compris.</source>
        <translation>Notes and the customer’s own words were searched, accents or not.</translation>
    </message>
    <message>
        <source>Aucun échange sur ce canal</source>
        <translation>No contacts on this channel</translation>
    </message>
    <message>
        <source>Aucun échange encore</source>
        <translation>No contacts yet</translation>
    </message>
    <message>
        <source>Le premier s’inscrira ici dès sa clôture.</source>
        <translation>The first one will appear here once it is closed.</translation>
    </message>
</context>
<context>
    <name>JourneyList</name>
    <message>
        <source>Parcours du client, le plus récent d’abord</source>
        <translation>Customer’s timeline, newest first</translation>
    </message>
</context>
<context>
    <name>KeyCapture</name>
    <message>
        <source>Appuyez sur la touche · Échap&#xa0;: laisser · Suppr&#xa0;: aucune</source>
        <translation>Press the key · Esc: leave as it is · Del: none</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>aucune</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Changer</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Rétablir la touche d’origine</source>
        <translation>Restore the original key</translation>
    </message>
    <message>
        <source>Changer la touche de «&#x202f;{title}&#x202f;», {key}</source>
        <translation>Change the key for “{title}”, {key}</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Maj</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Retour arrière</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Inser</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Fin</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Page préc.</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>Page suiv.</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Gauche</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Droite</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Haut</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Bas</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>KeysEditor</name>
    <message>
        <source>Rétablir toutes les touches</source>
        <translation>Restore all keys</translation>
    </message>
</context>
<context>
    <name>KeysView</name>
    <message>
        <source>Les touches</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Trouver une touche</source>
        <translation>Find a key</translation>
    </message>
    <message>
        <source>Changer des touches…</source>
        <translation>Change keys…</translation>
    </message>
    <message>
        <source>Aucune touche ne correspond.</source>
        <translation>No key matches.</translation>
    </message>
    <message>
        <source>Partout</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Aller d’un champ à l’autre</source>
        <translation>Move between fields</translation>
    </message>
    <message>
        <source>Choisir dans une liste ou une échelle</source>
        <translation>Choose in a list or a scale</translation>
    </message>
    <message>
        <source>Répondre d’un chiffre, sans Maj ou au pavé</source>
        <translation>Answer with a digit, top row or keypad</translation>
    </message>
    <message>
        <source>Fermer ce qui est ouvert, sans rien perdre</source>
        <translation>Close what is open, losing nothing</translation>
    </message>
</context>
<context>
    <name>Latitude</name>
    <message>
        <source>Demandes</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>{name} vous demande un geste.</source>
        <translation>{name} asks you for a gesture.</translation>
    </message>
    <message>
        <source>Des gestes vous sont demandés.</source>
        <translation>You are asked for gestures.</translation>
    </message>
    <message>
        <source>Voir</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Geste offert&#xa0;: {what}.</source>
        <translation>Gesture offered: {what}.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Le geste est annulé.</source>
        <translation>The gesture is taken back.</translation>
    </message>
    <message>
        <source>{name} a votre demande.</source>
        <translation>{name} has your request.</translation>
    </message>
    <message>
        <source>Demande gardée&#xa0;: {name} la recevra dès que la ligne reviendra.</source>
        <translation>Request kept: {name} will get it as soon as the line is back.</translation>
    </message>
    <message>
        <source>Votre latitude aujourd’hui</source>
        <translation>Your latitude today</translation>
    </message>
    <message>
        <source>Offrir un geste</source>
        <translation>Offer a gesture</translation>
    </message>
    <message>
        <source>Offrir les {sum} accordés</source>
        <translation>Offer the {sum} granted</translation>
    </message>
    <message>
        <source>Le fichier {file} est à reprendre&#xa0;: la latitude ne se lit pas.</source>
        <translation>The file {file} needs mending: the latitude cannot be read.</translation>
    </message>
    <message>
        <source>Gestes demandés</source>
        <translation>Gestures asked for</translation>
    </message>
    <message>
        <source>{n} à offrir</source>
        <translation>{n} to offer</translation>
    </message>
    <message>
        <source>Quel geste&#x202f;?</source>
        <translation>Which gesture?</translation>
    </message>
    <message>
        <source>Montant</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Autre montant, en euros</source>
        <translation>Another amount, in euros</translation>
    </message>
    <message>
        <source>Autre montant, par exemple 7,50</source>
        <translation>Another amount, for instance 7.50</translation>
    </message>
    <message>
        <source>Pourquoi, en quelques mots</source>
        <translation>Why, in a few words</translation>
    </message>
    <message>
        <source>Ce qui rend ce geste juste…</source>
        <translation>What makes this gesture right…</translation>
    </message>
    <message>
        <source>Un montant en euros, par exemple 5 ou 7,50</source>
        <translation>An amount in euros, for instance 5 or 7.50</translation>
    </message>
    <message>
        <source>Autre</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Pas encore enregistré&#xa0;: les données de ce poste ne répondent pas. Ce que vous avez saisi reste ici&#x202f;; réessayez.</source>
        <translation>Not saved yet: this machine’s data does not answer. What you entered stays here; try again.</translation>
    </message>
    <message>
        <source>Votre mot à {name}</source>
        <translation>Your word to {name}</translation>
    </message>
    <message>
        <source>Un mot, si vous voulez&#x202f;; il en faut un pour décliner</source>
        <translation>A word if you like; declining needs one</translation>
    </message>
    <message>
        <source>Dites en un mot pourquoi, ou ce qui est possible.</source>
        <translation>Say in a word why, or what is possible.</translation>
    </message>
    <message>
        <source>Décliner avec ce mot</source>
        <translation>Decline with this word</translation>
    </message>
    <message>
        <source>Accorder</source>
        <translation>Grant</translation>
    </message>
    <message>
        <source>Décliné</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>Déjà répondu</source>
        <translation>Already answered</translation>
    </message>
    <message>
        <source>Plus rien n’attend.</source>
        <translation>Nothing is waiting.</translation>
    </message>
    <message>
        <source>Demandes de geste</source>
        <translation>Requests for a gesture</translation>
    </message>
    <message>
        <source>Au-delà de la latitude de chacun. La plus ancienne d’abord&#x202f;; votre réponse arrive aussitôt sur le contact.</source>
        <translation>Beyond each person’s latitude. The oldest first; your answer reaches the contact at once.</translation>
    </message>
    <message>
        <source>Lecture…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>Votre réponse est enregistrée.</source>
        <translation>Your answer is saved.</translation>
    </message>
    <message>
        <source>Personne ne vous demande rien</source>
        <translation>Nobody asks you for anything</translation>
    </message>
    <message>
        <source>Quand quelqu’un voudra offrir plus que sa latitude, sa demande viendra ici.</source>
        <translation>When somebody wants to offer more than their latitude, their request will come here.</translation>
    </message>
    <message>
        <source>Votre réponse n’est pas encore enregistrée&#xa0;: les données de ce poste ne répondent pas. Réessayez.</source>
        <translation>Your answer is not saved yet: this machine’s data does not answer. Try again.</translation>
    </message>
    <message>
        <source>Geste offert</source>
        <translation>Gesture offered</translation>
    </message>
    <message>
        <source>Annuler ce geste&#xa0;: {what}</source>
        <translation>Take this gesture back: {what}</translation>
    </message>
    <message>
        <source>{spent} utilisés sur {daily}</source>
        <translation>{spent} used of {daily}</translation>
    </message>
    <message>
        <source>Ce que vous offrez de plus se demande à votre responsable.</source>
        <translation>Anything more is asked of your team lead.</translation>
    </message>
    <message>
        <source>Jusqu’à {sum} dans ce contact, sans demander à personne.</source>
        <translation>Up to {sum} in this contact, without asking anybody.</translation>
    </message>
    <message>
        <source>Au-delà de {sum} pour un même contact.</source>
        <translation>More than {sum} in one contact.</translation>
    </message>
    <message>
        <source>Il vous reste {sum} aujourd’hui.</source>
        <translation>You have {sum} left today.</translation>
    </message>
    <message>
        <source>Aucun responsable n’est indiqué pour vous&#xa0;: il n’y a personne à qui le demander.</source>
        <translation>No team lead is named for you: there is nobody to ask.</translation>
    </message>
    <message>
        <source>{name} peut l’accorder&#xa0;: dites pourquoi en quelques mots.</source>
        <translation>{name} can grant it: say why in a few words.</translation>
    </message>
    <message>
        <source>Offrir</source>
        <translation>Offer</translation>
    </message>
    <message>
        <source>Offrir {sum}</source>
        <translation>Offer {sum}</translation>
    </message>
    <message>
        <source>Demander</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>Demander à {name}</source>
        <translation>Ask {name}</translation>
    </message>
    <message>
        <source>À envoyer</source>
        <translation>To be sent</translation>
    </message>
    <message>
        <source>Demandé</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>Accordé</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>Pas cette fois</source>
        <translation>Not this time</translation>
    </message>
    <message>
        <source>Offert</source>
        <translation>Offered</translation>
    </message>
    <message>
        <source>{name}&#xa0;: «&#x202f;{words}&#x202f;»</source>
        <translation>{name}: “{words}”</translation>
    </message>
    <message>
        <source>Gardé sur ce poste&#xa0;: {name} le recevra dès que la ligne reviendra.</source>
        <translation>Kept on this machine: {name} will get it as soon as the line is back.</translation>
    </message>
    <message>
        <source>{name} répondra ici.</source>
        <translation>{name} will answer here.</translation>
    </message>
    <message>
        <source>{name} accorde&#xa0;: {what}.</source>
        <translation>{name} grants: {what}.</translation>
    </message>
    <message>
        <source>{name} ne peut pas accorder&#xa0;: {what}.</source>
        <translation>{name} cannot grant: {what}.</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>Ce que disent les écarts</source>
        <translation>What step-offs tell</translation>
    </message>
    <message>
        <source>Les deux chaînes comptent ensemble.</source>
        <translation>The two chains count together.</translation>
    </message>
    <message>
        <source>Les deux chaînes comptent séparément.</source>
        <translation>The two chains count apart.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Réunir avec une autre…</source>
        <translation>Put together with another…</translation>
    </message>
    <message>
        <source>En faire une suggestion</source>
        <translation>Make it a suggestion</translation>
    </message>
    <message>
        <source>Tous les écarts de l’étape</source>
        <translation>All step-offs at this step</translation>
    </message>
    <message>
        <source>Réunir avec quelle chaîne&#x202f;?</source>
        <translation>Put together with which chain?</translation>
    </message>
    <message>
        <source>Cet écart est devenu une suggestion du guide.</source>
        <translation>This step-off has become a suggestion in the guide.</translation>
    </message>
    <message>
        <source>Ces écarts n’ont que leur raison en commun&#xa0;: rien à réunir ni à suggérer.</source>
        <translation>These step-offs have only their reason in common: nothing to put together or to suggest.</translation>
    </message>
    <message>
        <source>Réunie ici&#xa0;: «&#x202f;{0}&#x202f;»</source>
        <translation>Put in here: “{0}”</translation>
    </message>
    <message>
        <source>Séparer</source>
        <translation>Part them</translation>
    </message>
    <message>
        <source>Séparer&#xa0;: {0}</source>
        <translation>Part: {0}</translation>
    </message>
    <message>
        <source>Suggestion&#xa0;: «&#x202f;{0}&#x202f;»</source>
        <translation>Suggestion: “{0}”</translation>
    </message>
    <message>
        <source>Voir son écart</source>
        <translation>See its step-off</translation>
    </message>
    <message>
        <source>Voir l’écart d’où vient&#xa0;: {0}</source>
        <translation>See the step-off that this came from: {0}</translation>
    </message>
    <message>
        <source>Écarts de cette étape</source>
        <translation>Step-offs at this step</translation>
    </message>
    <message>
        <source>Personne ne s’est écarté à cette étape.</source>
        <translation>Nobody has stepped off at this step.</translation>
    </message>
    <message>
        <source>Votre écart est devenu une suggestion</source>
        <translation>Your step-off has become a suggestion</translation>
    </message>
    <message>
        <source>{guide}, étape «&#x202f;{step}&#x202f;»</source>
        <translation>{guide}, step “{step}”</translation>
    </message>
    <message>
        <source>Vous aviez noté&#xa0;: «&#x202f;{0}&#x202f;»</source>
        <translation>You had noted: “{0}”</translation>
    </message>
    <message>
        <source>Oui</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Mettre votre nom à côté&#x202f;?</source>
        <translation>Put your name beside it?</translation>
    </message>
    <message>
        <source>Votre nom sera à côté.</source>
        <translation>Your name will be beside it.</translation>
    </message>
    <message>
        <source>Votre nom n’y paraîtra pas.</source>
        <translation>Your name will not be shown there.</translation>
    </message>
    <message>
        <source>Sans réponse, votre nom n’y est pas&#x202f;; votre responsable ne le voit pas.</source>
        <translation>Without an answer your name is not there; your lead does not see it.</translation>
    </message>
    <message>
        <source>Vos collègues y lisent votre nom. Vous pouvez changer d’avis.</source>
        <translation>Your colleagues read your name there. You can change your mind.</translation>
    </message>
    <message>
        <source>Votre nom n’y est pas. Vous pouvez changer d’avis.</source>
        <translation>Your name is not there. You can change your mind.</translation>
    </message>
    <message>
        <source>Comment ces contacts se sont passés</source>
        <translation>How these contacts went</translation>
    </message>
    <message>
        <source>Voir en</source>
        <translation>Show as</translation>
    </message>
    <message>
        <source>Dessin</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Tableau</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>{0}, écarts notés&#xa0;: {1}</source>
        <translation>{0}, step-offs noted: {1}</translation>
    </message>
    <message>
        <source>Raisons&#xa0;: {0}</source>
        <translation>Reasons: {0}</translation>
    </message>
    <message>
        <source>Barres&#xa0;: intervalle à 95 % (Wilson). Une différence n’est pas une cause&#xa0;: on s’écarte aussi parce qu’un contact est difficile.</source>
        <translation>Bars: 95% interval (Wilson). A difference is not a cause: people also step off because a contact is difficult.</translation>
    </message>
    <message>
        <source>Trop peu de contacts pour en dire quoi que ce soit</source>
        <translation>Too few contacts to say anything</translation>
    </message>
    <message>
        <source>Rien n’est montré de moins de 5 contacts, ni de ce qu’une soustraction en dirait. Les chiffres viendront d’eux-mêmes.</source>
        <translation>Nothing is shown of fewer than 5 contacts, nor what a subtraction would tell of them. The figures will come by themselves.</translation>
    </message>
    <message>
        <source>avec cet écart</source>
        <translation>with this step-off</translation>
    </message>
    <message>
        <source>autres contacts du même guide</source>
        <translation>other contacts of the same guide</translation>
    </message>
    <message>
        <source>Mesure</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Avec cet écart</source>
        <translation>With this step-off</translation>
    </message>
    <message>
        <source>Intervalle à 95 %</source>
        <translation>95% interval</translation>
    </message>
    <message>
        <source>Autres contacts</source>
        <translation>Other contacts</translation>
    </message>
    <message>
        <source>Différence</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>autres contacts&#xa0;: {0}</source>
        <translation>other contacts: {0}</translation>
    </message>
    <message>
        <source>L’écart a aidé</source>
        <translation>The step-off helped</translation>
    </message>
    <message>
        <source>d’après qui s’est écarté</source>
        <translation>as those who stepped off saw it</translation>
    </message>
    <message>
        <source>Effort répondu favorable</source>
        <translation>Favourable effort answered</translation>
    </message>
    <message>
        <source>de 1 à 3 sur 7, d’après les clients</source>
        <translation>1 to 3 out of 7, as customers answered</translation>
    </message>
    <message>
        <source>Contact résolu</source>
        <translation>Contact resolved</translation>
    </message>
    <message>
        <source>«&#x202f;Résolu&#x202f;» à la clôture</source>
        <translation>“Resolved” at the wrap-up</translation>
    </message>
    <message>
        <source>Autre guide</source>
        <translation>Another guide</translation>
    </message>
    <message>
        <source>Étapes du guide</source>
        <translation>Steps of the guide</translation>
    </message>
    <message>
        <source>Compté sur ce que ce poste connaît, et jamais de moins de 5 contacts. Rien ici ne dit qui s’est écarté.</source>
        <translation>Counted over what this machine knows, and never of fewer than 5 contacts. Nothing here says who stepped off.</translation>
    </message>
    <message>
        <source>Contacts qui l’ont suivi, connus ici&#xa0;: {0}</source>
        <translation>Contacts that ran it and are known here: {0}</translation>
    </message>
    <message>
        <source>Les écarts n’ont pas pu être lus</source>
        <translation>The step-offs could not be read</translation>
    </message>
    <message>
        <source>Rien n’en est perdu.</source>
        <translation>None of it is lost.</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Aucun guide</source>
        <translation>No guide</translation>
    </message>
    <message>
        <source>Les écarts viendront avec le premier.</source>
        <translation>Step-offs will come with the first one.</translation>
    </message>
    <message>
        <source>Lecture des écarts…</source>
        <translation>Reading the step-offs…</translation>
    </message>
    <message>
        <source>Quel guide regarder&#x202f;?</source>
        <translation>Look at which guide?</translation>
    </message>
    <message>
        <source>Réunir deux chaînes d’écarts&#x202f;?</source>
        <translation>Put two chains of step-offs together?</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» comptera dans «&#x202f;{1}&#x202f;», dont les mots resteront. Rien n’est effacé&#xa0;: vous pourrez les séparer.</source>
        <translation>“{0}” will count in “{1}”, whose words will stay. Nothing is erased: you can part them again.</translation>
    </message>
    <message>
        <source>Laisser séparées</source>
        <translation>Leave them apart</translation>
    </message>
    <message>
        <source>Réunir</source>
        <translation>Put together</translation>
    </message>
    <message>
        <source>trop peu pour le dire</source>
        <translation>too few to tell</translation>
    </message>
    <message>
        <source>Compté depuis le {0} seulement&#xa0;: ce guide a trop de contacts ou d’écarts pour les lire tous.</source>
        <translation>Counted only since {0}: this guide has too many contacts or step-offs to read them all.</translation>
    </message>
    <message>
        <source>{rate} ({n} sur {all})</source>
        <translation>{rate} ({n} of {all})</translation>
    </message>
    <message>
        <source>de {low} à {high}</source>
        <translation>from {low} to {high}</translation>
    </message>
    <message>
        <source>entre {low} et {high} points</source>
        <translation>between {low} and {high} points</translation>
    </message>
    <message>
        <source>Trop peu de contacts pour comparer.</source>
        <translation>Too few contacts to compare.</translation>
    </message>
    <message>
        <source>Plus souvent que dans les autres contacts&#xa0;: {0}.</source>
        <translation>More often than in the other contacts: {0}.</translation>
    </message>
    <message>
        <source>Moins souvent que dans les autres contacts&#xa0;: {0}.</source>
        <translation>Less often than in the other contacts: {0}.</translation>
    </message>
    <message>
        <source>Pas de différence sûre avec les autres contacts&#xa0;: {0}.</source>
        <translation>No sure difference from the other contacts: {0}.</translation>
    </message>
    <message>
        <source>Sans un mot&#xa0;: {0}</source>
        <translation>Without a word: {0}</translation>
    </message>
    <message>
        <source>1 chaîne y est réunie</source>
        <translation>1 chain put in</translation>
    </message>
    <message>
        <source>{0} chaînes y sont réunies</source>
        <translation>{0} chains put in</translation>
    </message>
    <message>
        <source>chiffre tapé sans rien écrire</source>
        <translation>digit pressed, nothing written</translation>
    </message>
    <message>
        <source>{0} contacts</source>
        <translation>{0} contacts</translation>
    </message>
    <message>
        <source>{0} utiles</source>
        <translation>{0} helped</translation>
    </message>
    <message>
        <source>Étape d’une ancienne version</source>
        <translation>Step of an earlier version</translation>
    </message>
    <message>
        <source>Personne ne s’y est écarté</source>
        <translation>Nobody stepped off here</translation>
    </message>
    <message>
        <source>1 façon de s’écarter</source>
        <translation>1 way off</translation>
    </message>
    <message>
        <source>{0} façons de s’écarter</source>
        <translation>{0} ways off</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Exporter vers…</source>
        <translation>Export to…</translation>
    </message>
    <message>
        <source>a-envoyer.json</source>
        <translation>to-send.json</translation>
    </message>
    <message>
        <source>Envoi en cours&#xa0;: vous partirez dès que c’est fait.</source>
        <translation>Sending: you will leave as soon as it is done.</translation>
    </message>
    <message>
        <source>Le fichier n’a pas pu être écrit&#xa0;: choisissez un autre endroit.</source>
        <translation>The file could not be written: choose another place.</translation>
    </message>
    <message>
        <source>Votre travail n’est pas tout parti</source>
        <translation>Not all of your work has left yet</translation>
    </message>
    <message>
        <source>Ce qui attend sur ce poste ({n}) n’est nulle part ailleurs&#xa0;: envoyez-le, ou exportez-le d’abord.</source>
        <translation>What waits on this computer ({n}) is nowhere else: send it, or export it first.</translation>
    </message>
    <message>
        <source>Ce qui attend sur ce poste ({n}) n’est pas encore dans la base partagée. Envoyez-le, ou exportez-le avant de partir.</source>
        <translation>What waits on this computer ({n}) is not in the shared database yet. Send it, or export it before you leave.</translation>
    </message>
    <message>
        <source>Retirer vos données de ce poste&#x202f;?</source>
        <translation>Remove your data from this computer?</translation>
    </message>
    <message>
        <source>Tout est dans la base partagée, et y reste. À votre prochaine connexion ici, il faudra tout relire.</source>
        <translation>Everything is in the shared database, and stays there. At your next sign-in here, all of it will have to be read again.</translation>
    </message>
    <message>
        <source>Retirer de ce poste</source>
        <translation>Remove from this computer</translation>
    </message>
    <message>
        <source>Quitter maintenant&#x202f;?</source>
        <translation>Quit now?</translation>
    </message>
    <message>
        <source>Ce qui attend ({n}) reste sur ce poste, chiffré, et partira à votre prochaine connexion ici.</source>
        <translation>What waits ({n}) stays on this computer, encrypted, and leaves at your next sign-in here.</translation>
    </message>
    <message>
        <source>Quitter</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Exporter, puis retirer…</source>
        <translation>Export, then remove…</translation>
    </message>
    <message>
        <source>Exporter, puis partir…</source>
        <translation>Export, then leave…</translation>
    </message>
    <message>
        <source>Voir</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Envoyer maintenant</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Une vidéo est en cours</source>
        <translation>A video call is under way</translation>
    </message>
    <message>
        <source>Partir maintenant termine la vidéo avec {name}. Elle reste dans son parcours.</source>
        <translation>Leaving now ends the video call with {name}. It stays in their journey.</translation>
    </message>
    <message>
        <source>Rester</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Terminer et partir</source>
        <translation>End it and leave</translation>
    </message>
    <message>
        <source>Depuis</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Dans «&#x202f;À voir&#x202f;», qui demande votre avis&#xa0;: {n}.</source>
        <translation>In “To review”, which asks for your opinion: {n}.</translation>
    </message>
</context>
<context>
    <name>ListAndDetail</name>
    <message>
        <source>Retour à la liste</source>
        <translation>Back to the list</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>promotrice</source>
        <translation>promoter</translation>
    </message>
    <message>
        <source>promoteur</source>
        <translation>promoter</translation>
    </message>
    <message>
        <source>détractrice</source>
        <translation>detractor</translation>
    </message>
    <message>
        <source>détracteur</source>
        <translation>detractor</translation>
    </message>
    <message>
        <source>neutre</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>recommande</source>
        <translation>promoter</translation>
    </message>
    <message>
        <source>ne recommande pas</source>
        <translation>detractor</translation>
    </message>
    <message>
        <source>{change} en 3 mois</source>
        <translation>{change} in 3 months</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>stable</translation>
    </message>
    <message>
        <source>0 réponse</source>
        <translation>0 answers</translation>
    </message>
    <message>
        <source>1 réponse</source>
        <translation>1 answer</translation>
    </message>
    <message>
        <source>{n} réponses</source>
        <translation>{n} answers</translation>
    </message>
    <message>
        <source>pas encore de réponse</source>
        <translation>no answers yet</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>Effort (CES)</source>
        <translation>Effort (CES)</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Effort</translation>
    </message>
    <message>
        <source>Recommandation</source>
        <translation>Recommendation</translation>
    </message>
    <message>
        <source>Résolu au premier contact, déclaré</source>
        <translation>Resolved at first contact, declared</translation>
    </message>
    <message>
        <source>Résolu au premier contact, calculé</source>
        <translation>Resolved at first contact, computed</translation>
    </message>
    <message>
        <source>Délais tenus</source>
        <translation>Standards met</translation>
    </message>
    <message>
        <source>Sans incivilité</source>
        <translation>Without incivility</translation>
    </message>
    <message>
        <source>Humeur</source>
        <translation>Mood</translation>
    </message>
    <message>
        <source>Énergie</source>
        <translation>Energy</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>Check-ins donnés</source>
        <translation>Check-ins given</translation>
    </message>
    <message>
        <source>Écarts</source>
        <translation>Step-offs</translation>
    </message>
    <message>
        <source>Pauses prises</source>
        <translation>Breaks taken</translation>
    </message>
    <message>
        <source>effort&#xa0;: 1 à 3 sur 7</source>
        <translation>effort: 1 to 3 out of 7</translation>
    </message>
    <message>
        <source>4 et 5 sur 5</source>
        <translation>4 and 5 out of 5</translation>
    </message>
    <message>
        <source>NPS, ramené de 0 à 100</source>
        <translation>NPS, moved to 0 to 100</translation>
    </message>
    <message>
        <source>contacts clos «&#x202f;résolu&#x202f;»</source>
        <translation>contacts closed as “resolved”</translation>
    </message>
    <message>
        <source>sans retour pour le même motif</source>
        <translation>no return for the same reason</translation>
    </message>
    <message>
        <source>pris dans le délai du canal</source>
        <translation>taken within the channel’s time</translation>
    </message>
    <message>
        <source>contacts sans incivilité</source>
        <translation>contacts without incivility</translation>
    </message>
    <message>
        <source>charge&#xa0;: 1 à 3 sur 5</source>
        <translation>load: 1 to 3 out of 5</translation>
    </message>
    <message>
        <source>jours où l’on en a donné un</source>
        <translation>days on which one was given</translation>
    </message>
    <message>
        <source>contacts avec un écart</source>
        <translation>contacts with a step-off</translation>
    </message>
    <message>
        <source>jours où l’on en a pris une</source>
        <translation>days on which one was taken</translation>
    </message>
</context>
<context>
    <name>Merci</name>
    <message>
        <source>Merci gardé dans «&#x202f;Ma journée&#x202f;».</source>
        <translation>Thanks kept in “My day”.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Le merci n’est plus gardé.</source>
        <translation>The thanks are no longer kept.</translation>
    </message>
    <message>
        <source>Le merci n’est pas enregistré&#xa0;: les données de ce poste ne répondent pas.</source>
        <translation>The thanks are not saved: this machine’s data does not answer.</translation>
    </message>
    <message>
        <source>Merci gardé</source>
        <translation>Thanks kept</translation>
    </message>
    <message>
        <source>Ses mots, si vous les avez (Entrée pour garder)</source>
        <translation>Their words, if you have them (Enter keeps them)</translation>
    </message>
    <message>
        <source>Ses mots</source>
        <translation>Their words</translation>
    </message>
    <message>
        <source>Pas encore enregistré&#xa0;: les données de ce poste ne répondent pas. Vos mots restent ici&#x202f;; réessayez.</source>
        <translation>Not saved yet: this machine’s data does not answer. Your words stay here; try again.</translation>
    </message>
    <message>
        <source>Annuler ce merci</source>
        <translation>Take this back</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Il est à vous, et à vous seul&#xa0;: vous le retrouverez dans «&#x202f;Ma journée&#x202f;».</source>
        <translation>It is yours, and yours alone: you will find it in “My day”.</translation>
    </message>
</context>
<context>
    <name>Mirror</name>
    <message>
        <source>Les mêmes chiffres en tableau</source>
        <translation>The same figures as a table</translation>
    </message>
    <message>
        <source>Résolu au 1er contact</source>
        <translation>Resolved at 1st contact</translation>
    </message>
    <message>
        <source>déclaré et calculé</source>
        <translation>declared and computed</translation>
    </message>
    <message>
        <source>déclaré</source>
        <translation>declared</translation>
    </message>
    <message>
        <source>calculé</source>
        <translation>computed</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Clients, semaine du</source>
        <translation>Customers, week of</translation>
    </message>
    <message>
        <source>Semaine du</source>
        <translation>Week of</translation>
    </message>
    <message>
        <source>Équipe, {n} sem. plus tôt</source>
        <translation>Team, {n} wk earlier</translation>
    </message>
    <message>
        <source>Équipe, {n} sem. plus tard</source>
        <translation>Team, {n} wk later</translation>
    </message>
    <message>
        <source>Vos clients</source>
        <translation>Your customers</translation>
    </message>
    <message>
        <source>Filtré, pour les clients seulement&#x202f;: l’équipe reste entière.</source>
        <translation>Filtered, for customers only: the team stays whole.</translation>
    </message>
    <message>
        <source>Part de réponses favorables, avec leur nombre.</source>
        <translation>Share of favourable answers, with their number.</translation>
    </message>
    <message>
        <source>Tous les motifs</source>
        <translation>All reasons</translation>
    </message>
    <message>
        <source>Motif, clients seulement</source>
        <translation>Reason, customers only</translation>
    </message>
    <message>
        <source>Tous les canaux</source>
        <translation>All channels</translation>
    </message>
    <message>
        <source>Canal, clients seulement</source>
        <translation>Channel, customers only</translation>
    </message>
    <message>
        <source>banques</source>
        <translation>banks</translation>
    </message>
    <message>
        <source>en moyenne</source>
        <translation>on average</translation>
    </message>
    <message>
        <source>← réponse meilleure</source>
        <translation>← better answer</translation>
    </message>
    <message>
        <source>vu juste</source>
        <translation>seen right</translation>
    </message>
    <message>
        <source>réponse moins bonne →</source>
        <translation>answer less good →</translation>
    </message>
    <message>
        <source>l’équipe</source>
        <translation>the team</translation>
    </message>
    <message>
        <source>Estimation {n} au-dessus de la réponse&#xa0;: {count} contacts sur {pairs}.</source>
        <translation>Estimate {n} above the answer: {count} contacts out of {pairs}.</translation>
    </message>
    <message>
        <source>Estimation {n} en dessous de la réponse&#xa0;: {count} contacts sur {pairs}.</source>
        <translation>Estimate {n} below the answer: {count} contacts out of {pairs}.</translation>
    </message>
    <message>
        <source>Estimation et réponse égales&#xa0;: {count} contacts sur {pairs}.</source>
        <translation>Estimate and answer the same: {count} contacts out of {pairs}.</translation>
    </message>
    <message>
        <source>{day}, {name}&#xa0;: vous attendiez {estimate}, réponse {answer}.</source>
        <translation>{day}, {name}: you expected {estimate}, answer {answer}.</translation>
    </message>
    <message>
        <source>client inconnu</source>
        <translation>unknown customer</translation>
    </message>
    <message>
        <source>{n} point</source>
        <translation>{n} point</translation>
    </message>
    <message>
        <source>{n} points</source>
        <translation>{n} points</translation>
    </message>
    <message>
        <source>Encore trop peu de réponses pour en dire plus (n = {n}).</source>
        <translation>Still too few answers to say more (n = {n}).</translation>
    </message>
    <message>
        <source>Vous voyez juste&#x202f;: vos estimations rejoignent les réponses (n = {n}).</source>
        <translation>You see it right: your estimates meet the answers (n = {n}).</translation>
    </message>
    <message>
        <source>Vos clients se disent un peu moins satisfaits que vous ne l’estimez (n = {n}).</source>
        <translation>Your customers say they are a little less satisfied than you estimate (n = {n}).</translation>
    </message>
    <message>
        <source>Vos clients se disent plus satisfaits que vous ne l’estimez (n = {n}).</source>
        <translation>Your customers say they are more satisfied than you estimate (n = {n}).</translation>
    </message>
    <message>
        <source>Aucun contact n’a encore les deux sur ces semaines.</source>
        <translation>No contact has both yet over these weeks.</translation>
    </message>
    <message>
        <source>Masqué&#x202f;: il faut au moins cinq personnes pour que personne ne soit reconnu.</source>
        <translation>Hidden: at least five people are needed, so that nobody can be recognised.</translation>
    </message>
    <message>
        <source>{points} sur {n} contacts qui ont les deux. Ailleurs, le personnel estime trop haut de 37 points dans les banques, de 14 en moyenne.</source>
        <translation>{points} over {n} contacts that have both. Elsewhere, staff estimate 37 points too high in banks, 14 on average.</translation>
    </message>
    <message>
        <source>Le miroir, clients au-dessus, équipe dessous</source>
        <translation>The mirror, customers above, the team below</translation>
    </message>
    <message>
        <source>Le miroir en tableau</source>
        <translation>The mirror as a table</translation>
    </message>
    <message>
        <source>Copier le tableau</source>
        <translation>Copy the table</translation>
    </message>
    <message>
        <source>Vous, contact par contact</source>
        <translation>You, contact by contact</translation>
    </message>
    <message>
        <source>pour vous seul</source>
        <translation>for you alone</translation>
    </message>
    <message>
        <source>Vos estimations et les réponses</source>
        <translation>Your estimates and the answers</translation>
    </message>
    <message>
        <source>Vos estimations en tableau</source>
        <translation>Your estimates as a table</translation>
    </message>
    <message>
        <source>votre estimation</source>
        <translation>your estimate</translation>
    </message>
    <message>
        <source>sa réponse</source>
        <translation>their answer</translation>
    </message>
    <message>
        <source>Pas encore de réponse à comparer</source>
        <translation>No answer to compare yet</translation>
    </message>
    <message>
        <source>Estimez la satisfaction avant de clore&#x202f;: la réponse du client viendra se placer à côté.</source>
        <translation>Estimate the satisfaction before you close: the customer’s answer will take its place beside it.</translation>
    </message>
    <message>
        <source>{told} Contact {n} sur {all}.</source>
        <translation>{told} Contact {n} of {all}.</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Estimation</source>
        <translation>Estimate</translation>
    </message>
    <message>
        <source>Réponse</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Écart</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>trop peu, masqué</source>
        <translation>too few, hidden</translation>
    </message>
    <message>
        <source>semaines réunies</source>
        <translation>weeks told together</translation>
    </message>
    <message>
        <source>← → semaines · ↑ ↓ courbes · Entrée en grand · Maj ← → glisser l’équipe · 0 la remettre</source>
        <translation>← → weeks · ↑ ↓ curves · Enter large · Shift ← → slide the team · 0 put it back</translation>
    </message>
    <message>
        <source>masqué</source>
        <translation>hidden</translation>
    </message>
    <message>
        <source>{share} · n = {n}</source>
        <translation>{share} · n = {n}</translation>
    </message>
    <message>
        <source>{share} · {n} sem. réunies</source>
        <translation>{share} · {n} weeks together</translation>
    </message>
    <message>
        <source>L’équipe, en une seule répartition</source>
        <translation>The team, as one distribution</translation>
    </message>
    <message>
        <source>jamais par personne</source>
        <translation>never by person</translation>
    </message>
    <message>
        <source>Estimation moins réponse, pour l’équipe</source>
        <translation>Estimate less answer, for the team</translation>
    </message>
    <message>
        <source>La répartition en tableau</source>
        <translation>The distribution as a table</translation>
    </message>
    <message>
        <source>Lecture…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>À lire dès que la ligne revient</source>
        <translation>To be read as soon as the line is back</translation>
    </message>
    <message>
        <source>Pas assez de personnes pour le montrer</source>
        <translation>Not enough people to show it</translation>
    </message>
    <message>
        <source>Rien à comparer sur ces semaines</source>
        <translation>Nothing to compare over these weeks</translation>
    </message>
    <message>
        <source>Estimation moins réponse</source>
        <translation>Estimate less answer</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>L’équipe</source>
        <translation>The team</translation>
    </message>
    <message>
        <source>Totaux de semaines closes, jamais par personne, dès cinq personnes.</source>
        <translation>Totals of closed weeks, never by person, from five people on.</translation>
    </message>
    <message>
        <source>Glisser l’équipe vers la gauche</source>
        <translation>Slide the team to the left</translation>
    </message>
    <message>
        <source>Glisser l’équipe vers la droite</source>
        <translation>Slide the team to the right</translation>
    </message>
    <message>
        <source>Remettre</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>Mêmes semaines</source>
        <translation>Same weeks</translation>
    </message>
    <message>
        <source>Équipe une semaine plus tôt</source>
        <translation>Team one week earlier</translation>
    </message>
    <message>
        <source>Équipe une semaine plus tard</source>
        <translation>Team one week later</translation>
    </message>
    <message>
        <source>Équipe {n} semaines plus tôt</source>
        <translation>Team {n} weeks earlier</translation>
    </message>
    <message>
        <source>Équipe {n} semaines plus tard</source>
        <translation>Team {n} weeks later</translation>
    </message>
    <message>
        <source>Miroir</source>
        <translation>Mirror</translation>
    </message>
    <message>
        <source>Parties du miroir</source>
        <translation>Parts of the mirror</translation>
    </message>
    <message>
        <source>Tableau</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Lecture du miroir…</source>
        <translation>Reading the mirror…</translation>
    </message>
    <message>
        <source>Rien n’a encore été lu</source>
        <translation>Nothing was read yet</translation>
    </message>
    <message>
        <source>Le miroir se lit sur la base partagée, et reste ensuite sur ce poste.</source>
        <translation>The mirror is read on the shared database, and then stays on this machine.</translation>
    </message>
    <message>
        <source>Pas encore d’équipe, pas encore de miroir</source>
        <translation>No team yet, no mirror yet</translation>
    </message>
    <message>
        <source>Le miroir est celui d’une équipe. Il sera là dès que vous en aurez une.</source>
        <translation>The mirror is a team’s. It will be here as soon as you have one.</translation>
    </message>
    <message>
        <source>Le miroir</source>
        <translation>The mirror</translation>
    </message>
    <message>
        <source>L’écart d’estimation</source>
        <translation>The estimate gap</translation>
    </message>
    <message>
        <source>Hors ligne&#x202f;: voici ce qui a été lu. La suite viendra avec la ligne.</source>
        <translation>Offline: this is what was read. The rest will come with the line.</translation>
    </message>
    <message>
        <source>Hors ligne&#x202f;: le miroir de l’équipe se lit sur la base partagée. Vos propres estimations sont là.</source>
        <translation>Offline: the team’s mirror is read on the shared database. Your own estimates are here.</translation>
    </message>
    <message>
        <source>Le miroir n’a pas pu être lu.</source>
        <translation>The mirror could not be read.</translation>
    </message>
    <message>
        <source>Semaines à montrer</source>
        <translation>Weeks to show</translation>
    </message>
    <message>
        <source>De la semaine du</source>
        <translation>From the week of</translation>
    </message>
    <message>
        <source>À la semaine du</source>
        <translation>To the week of</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>{n} semaines avant</source>
        <translation>{n} weeks earlier</translation>
    </message>
    <message>
        <source>{n} semaines après</source>
        <translation>{n} weeks later</translation>
    </message>
    <message>
        <source>{n} sem.</source>
        <translation>{n} wk</translation>
    </message>
    <message>
        <source>De… à…</source>
        <translation>From… to…</translation>
    </message>
    <message>
        <source>Les mêmes semaines, le même poids. Deux courbes qui bougent ensemble invitent à en parler&#x202f;: aucune cause n’est affirmée.</source>
        <translation>The same weeks, the same weight. Two curves that move together are worth talking about: no cause is claimed.</translation>
    </message>
    <message>
        <source>{measure}, {channel}</source>
        <translation>{measure}, {channel}</translation>
    </message>
    <message>
        <source>semaine du {day}</source>
        <translation>week of {day}</translation>
    </message>
    <message>
        <source>semaines du {first} au {last}, réunies</source>
        <translation>weeks of {first} to {last}, told together</translation>
    </message>
    <message>
        <source>{name}, {week}&#xa0;: {told}.</source>
        <translation>{name}, {week}: {told}.</translation>
    </message>
    <message>
        <source>{share}, n = {n}</source>
        <translation>{share}, n = {n}</translation>
    </message>
    <message>
        <source>pas de total, rien à compter ou quelqu’un aurait pu y être reconnu</source>
        <translation>no total, there is nothing to count or somebody could have been recognised in it</translation>
    </message>
    <message>
        <source>masqué, trop peu de contacts (n = {n})</source>
        <translation>hidden, too few contacts (n = {n})</translation>
    </message>
    <message>
        <source>pas encore lu</source>
        <translation>not read yet</translation>
    </message>
    <message>
        <source>pas encore publié, une semaine l’est 48 h après sa fin</source>
        <translation>not published yet, a week is 48 h after its end</translation>
    </message>
    <message>
        <source>aucune réponse</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>masqué, trop peu de réponses (n = {n})</source>
        <translation>hidden, too few answers (n = {n})</translation>
    </message>
    <message>
        <source>{n} semaines, du {first} au {last}.</source>
        <translation>{n} weeks, from {first} to {last}.</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>aucun contact jugé, ils le sont au bout de {n} jours</source>
        <translation>no contact judged, they are after {n} days</translation>
    </message>
    <message>
        <source>aucun contact</source>
        <translation>no contact</translation>
    </message>
    <message>
        <source>Équipe</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Une semaine, du {first} au {last}.</source>
        <translation>One week, from {first} to {last}.</translation>
    </message>
    <message>
        <source>rien à montrer sur ces semaines</source>
        <translation>nothing to show over these weeks</translation>
    </message>
    <message>
        <source>{half}&#xa0;: {told}.</source>
        <translation>{half}: {told}.</translation>
    </message>
    <message>
        <source>{first}&#x202f;; {second}</source>
        <translation>{first}; {second}</translation>
    </message>
    <message>
        <source>{name}, {share}</source>
        <translation>{name}, {share}</translation>
    </message>
    <message>
        <source>{name}, de {first} à {last}</source>
        <translation>{name}, from {first} to {last}</translation>
    </message>
    <message>
        <source>{told} (n = {n})</source>
        <translation>{told} (n = {n})</translation>
    </message>
    <message>
        <source>Lu {when}</source>
        <translation>Read {when}</translation>
    </message>
</context>
<context>
    <name>NoCustomer</name>
    <message>
        <source>Aucun client ouvert</source>
        <translation>No customer open</translation>
    </message>
    <message>
        <source>F2 pour chercher</source>
        <translation>F2 to search</translation>
    </message>
    <message>
        <source>Ouverts récemment</source>
        <translation>Recently opened</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Note épinglée</source>
        <translation>Pinned note</translation>
    </message>
    <message>
        <source>Ce qu’il faut savoir avant de répondre</source>
        <translation>What to know before answering</translation>
    </message>
    <message>
        <source>Modifier la note épinglée</source>
        <translation>Edit the pinned note</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Abandonner</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Rien d’épinglé pour l’instant.</source>
        <translation>Nothing pinned for now.</translation>
    </message>
    <message>
        <source>La note n’a pas pu être enregistrée. Votre texte reste ici.</source>
        <translation>The note could not be saved. Your text is still here.</translation>
    </message>
    <message>
        <source>Une modification n’est pas encore enregistrée.</source>
        <translation>A change is not saved yet.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Cela n’a pas marché. Ce qui était enregistré le reste&#x202f;; réessayez.</source>
        <translation>That did not work. What was saved stays saved; try again.</translation>
    </message>
    <message>
        <source>Les données de ce poste ne se lisent pas pour l’instant. Rien n’est perdu&#x202f;; réessayez.</source>
        <translation>This computer’s data cannot be read for now. Nothing is lost; try again.</translation>
    </message>
    <message>
        <source>Un texte n’est pas encore enregistré. Copiez-le avant de partir&#xa0;: à la prochaine demande, la fenêtre vous laissera aller.</source>
        <translation>Some text is not saved yet. Copy it before you leave: next time you ask, the window will let you go.</translation>
    </message>
    <message>
        <source>Contact enregistré.</source>
        <translation>Contact saved.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Le contact est de nouveau ouvert.</source>
        <translation>The contact is open again.</translation>
    </message>
    <message>
        <source>Merci. Vous pouvez changer d’avis dans «&#x202f;Et moi&#x202f;».</source>
        <translation>Thank you. You can change your mind under “Me”.</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Dans 2&#x202f;h</source>
        <translation>In 2&#xa0;h</translation>
    </message>
    <message>
        <source>Demain</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Lundi</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>48&#x202f;h</source>
        <translation>48&#xa0;h</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>OwnPage</name>
    <message>
        <source>Et moi</source>
        <translation>Me</translation>
    </message>
    <message>
        <source>Check-ins</source>
        <translation>Check-ins</translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message>
        <source>Mots de collègues</source>
        <translation>Colleagues’ words</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Use these</translation>
    </message>
    <message>
        <source>Reprendre les mots de {0}</source>
        <translation>Use {0}’s words</translation>
    </message>
    <message>
        <source>Vos mots pour cette étape</source>
        <translation>Your words for this step</translation>
    </message>
    <message>
        <source>Partager avec mes collègues, avec mon nom</source>
        <translation>Share with my colleagues, with my name</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ce qui est tapé reste&#x202f;; rien n’est perdu.</source>
        <translation>What is typed stays; nothing is lost.</translation>
    </message>
    <message>
        <source>Avec ce client&#xa0;: «&#x202f;{0}&#x202f;»</source>
        <translation>With this customer: “{0}”</translation>
    </message>
    <message>
        <source>{0} caractères au plus. {{{{client.prenom}}}} ou {{{{client.appel}}}} plutôt qu’un nom&#xa0;: ces mots resserviront.</source>
        <translation>{0} characters at most. {{{{client.prenom}}}} or {{{{client.appel}}}} rather than a name: these words will serve again.</translation>
    </message>
    <message>
        <source>Vos mots sont gardés.</source>
        <translation>Your words are kept.</translation>
    </message>
    <message>
        <source>Ces mots sont les vôtres à présent.</source>
        <translation>These words are yours now.</translation>
    </message>
    <message>
        <source>Les mots du guide sont revenus.</source>
        <translation>The guide’s words are back.</translation>
    </message>
    <message>
        <source>C’est annulé.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>Écrivez d’abord quelques mots.</source>
        <translation>Write a few words first.</translation>
    </message>
    <message>
        <source>C’est plus long que permis&#xa0;: {0} caractères au plus.</source>
        <translation>That is longer than allowed: {0} characters at most.</translation>
    </message>
    <message>
        <source>Une accolade est seule&#xa0;: une variable s’écrit {{{{client.prenom}}}}.</source>
        <translation>A brace stands alone: a variable is written {{{{client.prenom}}}}.</translation>
    </message>
    <message>
        <source>Des crochets entourent une partie facultative, avec une variable.</source>
        <translation>Square brackets go round an optional part, with a variable in it.</translation>
    </message>
    <message>
        <source>Un passage en gras commence et finit par deux astérisques.</source>
        <translation>Words in bold begin and end with two asterisks.</translation>
    </message>
    <message>
        <source>Écrivez «&#x202f;de&#x202f;» ou «&#x202f;que&#x202f;» en entier avant une variable&#xa0;: l’élision se fait seule.</source>
        <translation>Write “de” or “que” in full before a variable: the elision is made by itself.</translation>
    </message>
    <message>
        <source>Sans «&#x202f;{0}&#x202f;» la phrase aurait un trou&#xa0;: écrivez {{{{{0}|un autre mot}}}}.</source>
        <translation>Without “{0}” the sentence would have a hole: write {{{{{0}|another word}}}}.</translation>
    </message>
    <message>
        <source>Ni lien ni balise, s’il vous plaît («&#x202f;{0}&#x202f;»).</source>
        <translation>No link and no markup, please (“{0}”).</translation>
    </message>
    <message>
        <source>Variable inconnue «&#x202f;{0}&#x202f;»&#xa0;: vouliez-vous dire «&#x202f;{1}&#x202f;»&#x202f;?</source>
        <translation>Unknown variable “{0}”: did you mean “{1}”?</translation>
    </message>
    <message>
        <source>Variable inconnue&#xa0;: «&#x202f;{0}&#x202f;».</source>
        <translation>Unknown variable: “{0}”.</translation>
    </message>
    <message>
        <source>Revenir aux mots du guide</source>
        <translation>Go back to the guide’s words</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Mes mots</source>
        <translation>My words</translation>
    </message>
    <message>
        <source>Mots du guide</source>
        <translation>The guide’s words</translation>
    </message>
    <message>
        <source>Collègues ({0})</source>
        <translation>Colleagues ({0})</translation>
    </message>
    <message>
        <source>Vos mots, partagés</source>
        <translation>Your words, shared</translation>
    </message>
    <message>
        <source>Vos mots</source>
        <translation>Your words</translation>
    </message>
    <message>
        <source>Reprendre ce que j’écrivais</source>
        <translation>Go on with what I was writing</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>Dire avec mes mots</source>
        <translation>Say it in my own words</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Ma journée</source>
        <translation>My day</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Promesses</source>
        <translation>Promises</translation>
    </message>
    <message>
        <source>Et moi</source>
        <translation>Me</translation>
    </message>
    <message>
        <source>Équipe</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>À voir</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>Miroir</source>
        <translation>Mirror</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Tout faire</source>
        <translation>Do anything</translation>
    </message>
    <message>
        <source>Une action ou un client</source>
        <translation>An action or a customer</translation>
    </message>
    <message>
        <source>Une action, un nom, un numéro…</source>
        <translation>An action, a name, a number…</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Rien ne correspond à ces lettres.</source>
        <translation>Nothing matches these letters.</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>Récemment</source>
        <translation>Recent</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>{title} · page {page}</source>
        <translation>{title} · page {page}</translation>
    </message>
</context>
<context>
    <name>Pauses</name>
    <message>
        <source>En pause. Je reviens</source>
        <translation>On a break. I’m back</translation>
    </message>
    <message>
        <source>Je reviens</source>
        <translation>I’m back</translation>
    </message>
    <message>
        <source>Pause de {n} minutes. Prenez votre temps&#xa0;: c’est vous qui direz quand vous revenez.</source>
        <translation>{n}-minute break. Take your time: you say when you are back.</translation>
    </message>
    <message>
        <source>Vos minutes sont passées. Revenez quand vous voudrez.</source>
        <translation>Your minutes have passed. Come back when you like.</translation>
    </message>
    <message>
        <source>Une pause de {n} minutes&#x202f;? Personne n’a à savoir pourquoi. ({key})</source>
        <translation>A {n}-minute break? Nobody needs to know why. ({key})</translation>
    </message>
    <message>
        <source>Souffler</source>
        <translation>Take a breath</translation>
    </message>
</context>
<context>
    <name>Personal</name>
    <message>
        <source>nom du client</source>
        <translation>customer’s name</translation>
    </message>
    <message>
        <source>téléphone</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>adresse</source>
        <translation>address</translation>
    </message>
    <message>
        <source>numéro</source>
        <translation>number</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Filtrer…</source>
        <translation>Filter…</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Disponible</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>En contact</source>
        <translation>In a contact</translation>
    </message>
    <message>
        <source>En pause</source>
        <translation>On a break</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Away</translation>
    </message>
    <message>
        <source>Votre présence</source>
        <translation>Your presence</translation>
    </message>
    <message>
        <source>Changer de personne…</source>
        <translation>Switch person…</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>{n}&#xa0;%</source>
        <translation>{n}%</translation>
    </message>
</context>
<context>
    <name>PromiseKind</name>
    <message>
        <source>Rappel</source>
        <translation>Callback</translation>
    </message>
    <message>
        <source>Promesse</source>
        <translation>Promise</translation>
    </message>
</context>
<context>
    <name>PromiseState</name>
    <message>
        <source>à tenir</source>
        <translation>to keep</translation>
    </message>
    <message>
        <source>tenue</source>
        <translation>kept</translation>
    </message>
    <message>
        <source>annulée</source>
        <translation>cancelled</translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <source>Promesses et rappels à tenir</source>
        <translation>Promises and callbacks to keep</translation>
    </message>
    <message>
        <source>Client non identifié</source>
        <translation>Unidentified customer</translation>
    </message>
    <message>
        <source>{words} (promis {moment})</source>
        <translation>{words} (promised {moment})</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Les données de ce poste ne répondent pas. Rien n’a été changé.</source>
        <translation>This computer’s data is not responding. Nothing was changed.</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Rien à tenir pour l’instant</source>
        <translation>Nothing to keep for now</translation>
    </message>
    <message>
        <source>Ce que vous promettez à la fin d’un contact vient ici, à son heure.</source>
        <translation>What you promise at the end of a contact comes here when it is due.</translation>
    </message>
    <message>
        <source>Tenue</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>Annulée</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Ouvrir le client</source>
        <translation>Open the customer</translation>
    </message>
    <message>
        <source>Promesses et rappels</source>
        <translation>Promises and callbacks</translation>
    </message>
    <message>
        <source>{n} à tenir aujourd’hui</source>
        <translation>{n} due today</translation>
    </message>
    <message>
        <source>Promesse tenue&#xa0;: {name}</source>
        <translation>Promise kept: {name}</translation>
    </message>
    <message>
        <source>Promesse annulée&#xa0;: {name}</source>
        <translation>Promise cancelled: {name}</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>{name}, {presence}</source>
        <translation>{name}, {presence}</translation>
    </message>
    <message>
        <source>Personne n’est connecté</source>
        <translation>Nobody is signed in</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>{label} ({key})</source>
        <translation>{label} ({key})</translation>
    </message>
    <message>
        <source>{label}, {count} en attente</source>
        <translation>{label}, {count} waiting</translation>
    </message>
</context>
<context>
    <name>Reconnect</name>
    <message>
        <source>Se reconnecter</source>
        <translation>Sign in again</translation>
    </message>
    <message>
        <source>{name}, le serveur {server} demande de vous reconnaître. Ce que vous faisiez reste ouvert, et rien n’est perdu.</source>
        <translation>{name}, the server {server} asks to recognise you. What you were doing stays open, and nothing is lost.</translation>
    </message>
</context>
<context>
    <name>Resolution</name>
    <message>
        <source>Résolu</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>Partiel</source>
        <translation>Partial</translation>
    </message>
    <message>
        <source>À suivre</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Non résolu</source>
        <translation>Not resolved</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>{field}&#xa0;: deux valeurs</source>
        <translation>{field}: two values</translation>
    </message>
    <message>
        <source>Modifié en même temps</source>
        <translation>Changed at the same time</translation>
    </message>
    <message>
        <source>Sans réponse depuis plus d’une heure</source>
        <translation>Without an answer for more than an hour</translation>
    </message>
    <message>
        <source>Le serveur ne connaît pas encore cela</source>
        <translation>The server does not know this yet</translation>
    </message>
    <message>
        <source>Le serveur ne l’a pas pris</source>
        <translation>The server did not take it</translation>
    </message>
    <message>
        <source>Le serveur sera mis à jour un jour prochain&#xa0;; ce fait lui sera alors proposé de nouveau, sans rien faire ici.</source>
        <translation>The server will be updated some day soon; this fact is then offered to it again, with nothing to do here.</translation>
    </message>
    <message>
        <source>Le serveur n’a pas encore répondu sur ce fait. Il lui est proposé de nouveau, de lui-même, aussi longtemps qu’il le faut.</source>
        <translation>The server has not answered about this fact yet. It is offered again, by itself, for as long as it takes.</translation>
    </message>
    <message>
        <source>Le serveur n’y reconnaît pas votre signature. Réessayez&#xa0;; si cela se répète, exportez-le pour votre administrateur.</source>
        <translation>The server does not recognise your signature in it. Try again; if it happens again, export it for your administrator.</translation>
    </message>
    <message>
        <source>Ce geste dépasse ce que l’on offre sans demander, ou n’est pas celui qui vous a été accordé. Parlez-en avec votre responsable&#xa0;: rien n’est perdu.</source>
        <translation>This gesture is beyond what may be offered without asking, or is not the one that you were granted. Talk it over with your lead: nothing is lost.</translation>
    </message>
    <message>
        <source>Le serveur a déjà reçu autre chose sous ce numéro. Exportez-le pour votre administrateur&#xa0;: rien n’est perdu.</source>
        <translation>The server has already received something else under this number. Export it for your administrator: nothing is lost.</translation>
    </message>
    <message>
        <source>Le texte est trop long pour le serveur. Raccourcissez-le, puis renvoyez-le.</source>
        <translation>The text is too long for the server. Shorten it, then send it again.</translation>
    </message>
    <message>
        <source>Le serveur n’en comprend pas le contenu. Corrigez le texte si vous le pouvez, sinon exportez-le pour votre administrateur.</source>
        <translation>The server does not understand what it holds. Correct the text if you can, otherwise export it for your administrator.</translation>
    </message>
    <message>
        <source>Une valeur ne convient pas au serveur. Corrigez le texte, puis renvoyez-le.</source>
        <translation>A value does not suit the server. Correct the text, then send it again.</translation>
    </message>
    <message>
        <source>Ce fait contredit ce que le serveur sait déjà, ou parle d’une fiche qu’il n’a pas. Réessayez plus tard, ou exportez-le.</source>
        <translation>This fact contradicts what the server knows already, or speaks of a customer it does not have. Try again later, or export it.</translation>
    </message>
    <message>
        <source>Le serveur ne vous permet pas cet enregistrement. Parlez-en à votre administrateur.</source>
        <translation>The server does not let you record this. Speak to your administrator.</translation>
    </message>
    <message>
        <source>Le serveur ne l’a pas pris, sans dire pourquoi. Réessayez, ou exportez-le.</source>
        <translation>The server did not take it, without saying why. Try again, or export it.</translation>
    </message>
    <message>
        <source>Ce que vous aviez écrit</source>
        <translation>What you had written</translation>
    </message>
    <message>
        <source>Renvoyer corrigé</source>
        <translation>Send corrected</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Exporter…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Abandonner</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>Abandonner demande d’abord un export.</source>
        <translation>Giving up needs an export first.</translation>
    </message>
    <message>
        <source>Quelle valeur garder&#x202f;?</source>
        <translation>Which value should stay?</translation>
    </message>
    <message>
        <source>Garder cette valeur</source>
        <translation>Keep this value</translation>
    </message>
    <message>
        <source>Avant vos deux changements&#xa0;: {value}</source>
        <translation>Before both changes: {value}</translation>
    </message>
    <message>
        <source>Votre valeur</source>
        <translation>Your value</translation>
    </message>
    <message>
        <source>Exporter vers…</source>
        <translation>Export to…</translation>
    </message>
    <message>
        <source>a-voir.json</source>
        <translation>to-review.json</translation>
    </message>
    <message>
        <source>L’autre valeur reste dans l’historique de la fiche.</source>
        <translation>The other value stays in the file’s history.</translation>
    </message>
    <message>
        <source>Cela n’a pas marché. Rien n’a été changé&#xa0;: réessayez.</source>
        <translation>That did not work. Nothing was changed: try again.</translation>
    </message>
    <message>
        <source>L’autre valeur</source>
        <translation>The other value</translation>
    </message>
    <message>
        <source>Celle de {name}</source>
        <translation>The value of {name}</translation>
    </message>
    <message>
        <source>À voir</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>À choisir</source>
        <translation>To choose</translation>
    </message>
    <message>
        <source>Attend</source>
        <translation>Waits</translation>
    </message>
    <message>
        <source>Exporté</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>À corriger</source>
        <translation>To correct</translation>
    </message>
    <message>
        <source>Tout exporter…</source>
        <translation>Export all…</translation>
    </message>
    <message>
        <source>Ce que le serveur n’a pas pris, et ce que quelqu’un d’autre a modifié en même temps que vous. Rien ne se perd.</source>
        <translation>What the server did not take, and what somebody else changed at the same time as you. Nothing is lost.</translation>
    </message>
    <message>
        <source>Rien à voir ici</source>
        <translation>Nothing to review</translation>
    </message>
    <message>
        <source>Tout ce que vous avez fait est passé, ou partira seul.</source>
        <translation>Everything you did went through, or will leave by itself.</translation>
    </message>
    <message>
        <source>Valeur gardée.</source>
        <translation>Value kept.</translation>
    </message>
    <message>
        <source>C’est fait.</source>
        <translation>Done.</translation>
    </message>
    <message>
        <source>Faits écrits dans le fichier&#xa0;: {n}.</source>
        <translation>Facts written to the file: {n}.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Brouillon enregistré</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>Enregistrement…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Non enregistré</source>
        <translation>Not saved</translation>
    </message>
</context>
<context>
    <name>ScreenPop</name>
    <message>
        <source>Le téléphone a transmis un numéro qui ne se lit pas.</source>
        <translation>The phone sent a number that cannot be read.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Clients trouvés</source>
        <translation>Customers found</translation>
    </message>
    <message>
        <source>choisir</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>ouvrir</source>
        <translation>open</translation>
    </message>
    <message>
        <source>fermer</source>
        <translation>close</translation>
    </message>
    <message>
        <source>Créer une nouvelle fiche</source>
        <translation>Create a new customer</translation>
    </message>
    <message>
        <source>Créer une fiche avec «&#x202f;{text}&#x202f;»</source>
        <translation>Create a customer from “{text}”</translation>
    </message>
    <message>
        <source>Ce que vous avez saisi y sera déjà inscrit.</source>
        <translation>What you typed will already be filled in.</translation>
    </message>
    <message>
        <source>Sur le serveur</source>
        <translation>On the server</translation>
    </message>
    <message>
        <source>Client {number}</source>
        <translation>Customer {number}</translation>
    </message>
    <message>
        <source>client {number}</source>
        <translation>customer {number}</translation>
    </message>
    <message>
        <source>contrat {number}</source>
        <translation>contract {number}</translation>
    </message>
    <message>
        <source>Rechercher un client</source>
        <translation>Find a customer</translation>
    </message>
    <message>
        <source>Nom, téléphone, e-mail, contrat…</source>
        <translation>Name, phone, email, contract…</translation>
    </message>
    <message>
        <source>Un nom, même mal écrit, un morceau de téléphone ou de contrat, un e-mail, un code postal.</source>
        <translation>A name, even misspelt, a piece of a phone or contract number, an email, a postcode.</translation>
    </message>
    <message>
        <source>La recherche n’a pas abouti. Entrée pour réessayer.</source>
        <translation>The search did not work. Press Enter to try again.</translation>
    </message>
    <message>
        <source>Aucun client pour «&#x202f;{text}&#x202f;»</source>
        <translation>No customers for “{text}”</translation>
    </message>
    <message>
        <source>Recherche…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>{count} clients ont le numéro qui appelle&#xa0;: lequel est-ce&#x202f;?</source>
        <translation>{count} customers have the calling number: which one is it?</translation>
    </message>
    <message>
        <source>Les {count} premiers clients&#xa0;: une lettre de plus resserre la liste.</source>
        <translation>The first {count} customers: one more letter narrows the list.</translation>
    </message>
    <message>
        <source>1 client</source>
        <translation>1 customer</translation>
    </message>
    <message>
        <source>{count} clients</source>
        <translation>{count} customers</translation>
    </message>
    <message>
        <source>Vous cherchiez peut-être&#xa0;: {words}</source>
        <translation>Perhaps you meant: {words}</translation>
    </message>
    <message>
        <source>Recherche aussi dans toute l’entreprise…</source>
        <translation>Searching the whole company too…</translation>
    </message>
    <message>
        <source>Hors ligne&#xa0;: seuls les clients de ce poste</source>
        <translation>Offline: only the customers of this computer</translation>
    </message>
    <message>
        <source>Cherché dans toute l’entreprise</source>
        <translation>Searched in the whole company</translation>
    </message>
    <message>
        <source>Cette fiche n’existe plus.</source>
        <translation>This file no longer exists.</translation>
    </message>
    <message>
        <source>Le serveur ne répond pas&#xa0;: cette fiche ne peut pas encore s’ouvrir. Entrée pour réessayer.</source>
        <translation>The server does not answer: this file cannot be opened yet. Enter to try again.</translation>
    </message>
    <message>
        <source>Ouverture de la fiche de {name}…</source>
        <translation>Opening the file of {name}…</translation>
    </message>
</context>
<context>
    <name>Sensitive</name>
    <message>
        <source>santé</source>
        <translation>health</translation>
    </message>
    <message>
        <source>religion</source>
        <translation>religion</translation>
    </message>
    <message>
        <source>opinions politiques</source>
        <translation>political opinions</translation>
    </message>
    <message>
        <source>appartenance syndicale</source>
        <translation>union membership</translation>
    </message>
    <message>
        <source>origine</source>
        <translation>origin</translation>
    </message>
    <message>
        <source>vie sexuelle</source>
        <translation>sex life</translation>
    </message>
    <message>
        <source>infractions</source>
        <translation>offences</translation>
    </message>
    <message>
        <source>mot insultant</source>
        <translation>insulting word</translation>
    </message>
    <message>
        <source>jugement sur la personne</source>
        <translation>judgement of the person</translation>
    </message>
    <message>
        <source>numéro ou code à ne pas garder</source>
        <translation>number or code not to keep</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Changer de personne</source>
        <translation>Switch person</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Apparence</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Thème</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Taille du texte</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Mouvements</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>Réduits, rien ne glisse ni ne tourne à l’écran.</source>
        <translation>When reduced, nothing slides or spins on screen.</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Le changement se voit au prochain démarrage.</source>
        <translation>The change takes effect at the next start.</translation>
    </message>
    <message>
        <source>Langue de l’application</source>
        <translation>Application language</translation>
    </message>
    <message>
        <source>Chaque action a sa touche. Pour en changer une, choisissez «&#x202f;Changer&#x202f;», puis appuyez sur celle que vous voulez.</source>
        <translation>Every action has its key. To change one, choose “Change”, then press the one you want.</translation>
    </message>
    <message>
        <source>Clair</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Comme le système</source>
        <translation>Same as the system</translation>
    </message>
    <message>
        <source>{n}&#xa0;%</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <source>Normaux</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Réduits</source>
        <translation>Reduced</translation>
    </message>
    <message>
        <source>Français</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Trouver un nom</source>
        <translation>Find a name</translation>
    </message>
    <message>
        <source>Qui êtes-vous&#x202f;?</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>Personne ne porte ce nom ici.</source>
        <translation>Nobody here has that name.</translation>
    </message>
    <message>
        <source>Ouverture…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Démonstration</source>
        <translation>Demonstration</translation>
    </message>
    <message>
        <source>Cette entreprise, ses clients et ses équipes sont inventés. Choisissez qui vous êtes pour la journée&#xa0;: ce que vous écrirez sera gardé sur ce poste, et ne partira nulle part.</source>
        <translation>This company, its customers and its teams are invented. Choose who you are for the day: what you write will be kept on this computer, and will go nowhere else.</translation>
    </message>
    <message>
        <source>Conseil</source>
        <translation>Advisor</translation>
    </message>
    <message>
        <source>Responsable d’équipe</source>
        <translation>Team lead</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administrator</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>Caméra</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Écran</source>
        <translation>Screen</translation>
    </message>
</context>
<context>
    <name>Standards</name>
    <message>
        <source>Pourquoi cette échéance&#x202f;?</source>
        <translation>Why this due date?</translation>
    </message>
    <message>
        <source>Ne plus attendre le client</source>
        <translation>Stop waiting for the customer</translation>
    </message>
    <message>
        <source>Le client a répondu</source>
        <translation>The customer has answered</translation>
    </message>
    <message>
        <source>J’attends le client</source>
        <translation>I am waiting for the customer</translation>
    </message>
    <message>
        <source>Pas d’échéance tant que l’on attend le client</source>
        <translation>Nothing is due while we wait for the customer</translation>
    </message>
    <message>
        <source>Réponse attendue&#xa0;: {when}</source>
        <translation>Answer expected: {when}</translation>
    </message>
    <message>
        <source>Ce contact ne dit pas combien de temps le client a attendu.</source>
        <translation>This contact does not tell how long the customer waited.</translation>
    </message>
    <message>
        <source>Le client est parti {when}</source>
        <translation>The customer left {when}</translation>
    </message>
    <message>
        <source>Répondu {when}</source>
        <translation>Answered {when}</translation>
    </message>
    <message>
        <source>Pas d’échéance&#xa0;: on attendait le client</source>
        <translation>No due date: we were waiting for the customer</translation>
    </message>
    <message>
        <source>Le client est parti sans réponse, {span} après l’échéance.</source>
        <translation>The customer left without an answer, {span} after the due date.</translation>
    </message>
    <message>
        <source>Répondu {span} après l’échéance.</source>
        <translation>Answered {span} after the due date.</translation>
    </message>
    <message>
        <source>Le client est parti avant l’échéance&#xa0;: elle ne compte pas.</source>
        <translation>The customer left before the due date: it does not count.</translation>
    </message>
    <message>
        <source>Échéance tenue&#xa0;: l’horloge attendait.</source>
        <translation>Due date kept: the clock was waiting.</translation>
    </message>
    <message>
        <source>Échéance tenue&#xa0;: répondu {span} avant.</source>
        <translation>Due date kept: answered {span} before.</translation>
    </message>
    <message>
        <source>{n} jours</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>{n}&#xa0;h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n}&#xa0;min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>Le standard de ce canal&#xa0;: {limit}, jours et nuits compris</source>
        <translation>This channel’s standard: {limit}, days and nights included</translation>
    </message>
    <message>
        <source>Le standard de ce canal&#xa0;: {limit} d’ouverture</source>
        <translation>This channel’s standard: {limit} of opening hours</translation>
    </message>
    <message>
        <source>Compté depuis {when}</source>
        <translation>Counted from {when}</translation>
    </message>
    <message>
        <source>Fermé depuis {when}&#xa0;: {days}</source>
        <translation>Closed from {when}: {days}</translation>
    </message>
    <message>
        <source>Fermé depuis {when}</source>
        <translation>Closed from {when}</translation>
    </message>
    <message>
        <source>On attend le client depuis {when}</source>
        <translation>Waiting for the customer since {when}</translation>
    </message>
    <message>
        <source>Le temps compte de nouveau {when}</source>
        <translation>Time counts again from {when}</translation>
    </message>
    <message>
        <source>Échéance&#xa0;: {when}</source>
        <translation>Due: {when}</translation>
    </message>
    <message>
        <source>On attend le client&#xa0;: l’échéance recule d’autant.</source>
        <translation>Waiting for the customer: the due date moves by as much.</translation>
    </message>
    <message>
        <source>C’est noté&#xa0;: on ne l’attend plus.</source>
        <translation>Noted: we are no longer waiting for them.</translation>
    </message>
    <message>
        <source>Le client a répondu&#xa0;: le temps compte de nouveau.</source>
        <translation>The customer has answered: time counts again.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>C’est annulé.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>L’attente n’a pas pu être notée. Vous pouvez réessayer.</source>
        <translation>The wait could not be noted. You can try again.</translation>
    </message>
    <message>
        <source>On attend le client</source>
        <translation>Waiting for the customer</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Une fenêtre tient déjà ces données, mais elle ne répond pas. Fermez-la, puis recommencez.</source>
        <translation>A window already holds this data, but it is not responding. Close it, then try again.</translation>
    </message>
    <message>
        <source>Vis-à-Vis s’est arrêté sur une erreur. Ce qui était enregistré le reste. Journal&#xa0;: {log}</source>
        <translation>Vis-à-Vis stopped on an error. What was saved stays saved. Log: {log}</translation>
    </message>
    <message>
        <source>La démonstration se prépare&#xa0;: 2&#x202f;000 clients inventés, douze semaines de contacts.</source>
        <translation>The demonstration is being prepared: 2,000 invented customers, twelve weeks of contacts.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Tout est enregistré sur ce poste</source>
        <translation>Everything is saved on this computer</translation>
    </message>
    <message>
        <source>Enregistrement…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Pas encore enregistré</source>
        <translation>Not saved yet</translation>
    </message>
</context>
<context>
    <name>StepOffReason</name>
    <message>
        <source>Déjà expliqué</source>
        <translation>Already explained</translation>
    </message>
    <message>
        <source>L’émotion d’abord</source>
        <translation>Emotion first</translation>
    </message>
    <message>
        <source>Un autre besoin</source>
        <translation>Another need</translation>
    </message>
    <message>
        <source>Plus rapide ainsi</source>
        <translation>Quicker this way</translation>
    </message>
    <message>
        <source>Ne s’applique pas ici</source>
        <translation>Does not apply here</translation>
    </message>
    <message>
        <source>Un geste</source>
        <translation>Goodwill gesture</translation>
    </message>
    <message>
        <source>Autre</source>
        <translation>Other</translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message>
        <source>Histoires</source>
        <translation>Stories</translation>
    </message>
    <message>
        <source>Merci. Votre responsable la lira&#x202f;; vous pouvez la retirer quand vous voulez.</source>
        <translation>Thank you. Your team lead will read it; you can take it back whenever you like.</translation>
    </message>
    <message>
        <source>L’histoire est retirée&#xa0;: plus personne ne la lira.</source>
        <translation>The story is taken back: nobody will read it any more.</translation>
    </message>
    <message>
        <source>Raconter</source>
        <translation>Tell one</translation>
    </message>
    <message>
        <source>Histoires de l’équipe</source>
        <translation>The team’s stories</translation>
    </message>
    <message>
        <source>Voir toutes les histoires</source>
        <translation>See all stories</translation>
    </message>
    <message>
        <source>Les vôtres</source>
        <translation>Yours</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>Les histoires que l’équipe choisit de partager se liront ici.</source>
        <translation>Stories that the team chooses to share will be read here.</translation>
    </message>
    <message>
        <source>Partager une histoire</source>
        <translation>Share a story</translation>
    </message>
    <message>
        <source>Ce qui s’est passé, avec vos mots</source>
        <translation>What happened, in your words</translation>
    </message>
    <message>
        <source>Ce que la personne voulait, ce que vous avez fait, ce que cela a changé…</source>
        <translation>What the person wanted, what you did, what it changed…</translation>
    </message>
    <message>
        <source>D’accord, proposer</source>
        <translation>I agree, propose it</translation>
    </message>
    <message>
        <source>Le merci reçu</source>
        <translation>The thanks received</translation>
    </message>
    <message>
        <source>À changer avant de partager&#xa0;: on ne doit reconnaître personne.</source>
        <translation>To change before sharing: nobody must be recognised.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Avec mon nom</source>
        <translation>With my name</translation>
    </message>
    <message>
        <source>Sans mon nom</source>
        <translation>Without my name</translation>
    </message>
    <message>
        <source>Pas encore enregistré&#xa0;: les données de ce poste ne répondent pas. Votre texte reste ici&#x202f;; réessayez.</source>
        <translation>Not saved yet: this machine’s data does not answer. Your text stays here; try again.</translation>
    </message>
    <message>
        <source>Ne pas publier</source>
        <translation>Do not publish</translation>
    </message>
    <message>
        <source>Ne plus publier</source>
        <translation>Stop publishing</translation>
    </message>
    <message>
        <source>Publier</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Publiée</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>Pas publiée</source>
        <translation>Not published</translation>
    </message>
    <message>
        <source>Signée</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Paraîtra sans nom</source>
        <translation>Will appear without a name</translation>
    </message>
    <message>
        <source>Sans nom</source>
        <translation>Without a name</translation>
    </message>
    <message>
        <source>Déjà lues</source>
        <translation>Already read</translation>
    </message>
    <message>
        <source>Plus rien n’attend.</source>
        <translation>Nothing is waiting.</translation>
    </message>
    <message>
        <source>Histoires proposées</source>
        <translation>Stories proposed</translation>
    </message>
    <message>
        <source>Chacune avec l’accord de qui l’a écrite, et qui peut la retirer à tout moment. Une histoire publiée se lit dans «&#x202f;Ma journée&#x202f;» de tous.</source>
        <translation>Each with its author’s consent, who can take it back at any time. A published story is read in everybody’s “My day”.</translation>
    </message>
    <message>
        <source>Lecture…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>L’histoire est publiée.</source>
        <translation>The story is published.</translation>
    </message>
    <message>
        <source>Afficher la suite</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>L’histoire n’est pas publiée.</source>
        <translation>The story is not published.</translation>
    </message>
    <message>
        <source>Cette histoire a été retirée par qui l’a écrite.</source>
        <translation>Its author took this story back.</translation>
    </message>
    <message>
        <source>Pas encore d’histoire</source>
        <translation>No story yet</translation>
    </message>
    <message>
        <source>Quand quelqu’un voudra partager un merci ou une réussite, vous la lirez ici.</source>
        <translation>When somebody wants to share thanks or a success, you will read it here.</translation>
    </message>
    <message>
        <source>Pas encore enregistré&#xa0;: les données de ce poste ne répondent pas. Réessayez.</source>
        <translation>Not saved yet: this machine’s data does not answer. Try again.</translation>
    </message>
    <message>
        <source>À envoyer</source>
        <translation>To be sent</translation>
    </message>
    <message>
        <source>Proposée</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Retirée</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>Pas publiée cette fois. Merci de l’avoir proposée&#x202f;; elle reste à vous.</source>
        <translation>Not published this time. Thank you for proposing it; it stays yours.</translation>
    </message>
    <message>
        <source>Votre responsable la lira.</source>
        <translation>Your team lead will read it.</translation>
    </message>
    <message>
        <source>Votre responsable la lira, et saura qu’elle vient de vous. Publiée, elle se lit dans toute l’équipe, avec votre nom ou sans.</source>
        <translation>Your team lead will read it, and know that it comes from you. Once published the whole team reads it, with your name or without.</translation>
    </message>
    <message>
        <source>Votre responsable la lira. Publiée, elle se lit dans toute l’équipe, avec votre nom.</source>
        <translation>Your team lead will read it. Once published the whole team reads it, with your name.</translation>
    </message>
    <message>
        <source>Votre responsable la lira, et saura qu’elle vient de vous. Publiée, elle se lit dans toute l’équipe, sans votre nom.</source>
        <translation>Your team lead will read it, and know that it comes from you. Once published the whole team reads it, without your name.</translation>
    </message>
    <message>
        <source>Vous pouvez la retirer à tout moment.</source>
        <translation>You can take it back at any time.</translation>
    </message>
</context>
<context>
    <name>SyncBadge</name>
    <message>
        <source>Poste seul</source>
        <translation>Standalone</translation>
    </message>
    <message>
        <source>mot de passe</source>
        <translation>password</translation>
    </message>
    <message>
        <source>connexion expirée</source>
        <translation>session expired</translation>
    </message>
    <message>
        <source>accès fermé</source>
        <translation>account closed</translation>
    </message>
    <message>
        <source>certificat</source>
        <translation>certificate</translation>
    </message>
    <message>
        <source>serveur</source>
        <translation>server</translation>
    </message>
    <message>
        <source>mise à jour</source>
        <translation>update</translation>
    </message>
    <message>
        <source>disque</source>
        <translation>disk</translation>
    </message>
    <message>
        <source>votre accord</source>
        <translation>your consent</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>a fault</translation>
    </message>
    <message>
        <source>En pause&#xa0;: {why}</source>
        <translation>Paused: {why}</translation>
    </message>
    <message>
        <source>{n} à voir</source>
        <translation>{n} to review</translation>
    </message>
    <message>
        <source>Première lecture&#xa0;: {n}</source>
        <translation>First reading: {n}</translation>
    </message>
    <message>
        <source>{n} à envoyer</source>
        <translation>{n} to send</translation>
    </message>
    <message>
        <source>À jour</source>
        <translation>Up to date</translation>
    </message>
    <message>
        <source>Hors ligne. Vous continuez, tout est gardé sur ce poste.</source>
        <translation>Offline. You carry on, everything is kept on this computer.</translation>
    </message>
    <message>
        <source>Quelque chose attend votre avis dans «&#x202f;À voir&#x202f;».</source>
        <translation>Something waits for your opinion in “To review”.</translation>
    </message>
    <message>
        <source>La base partagée répond.</source>
        <translation>The shared database answers.</translation>
    </message>
    <message>
        <source>Hors ligne</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Hors ligne, {n} à envoyer</source>
        <translation>Offline, {n} to send</translation>
    </message>
</context>
<context>
    <name>SyncKinds</name>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Écart</source>
        <translation>Step-off</translation>
    </message>
    <message>
        <source>Promesse</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>Suite d’une promesse</source>
        <translation>What became of a promise</translation>
    </message>
    <message>
        <source>Incivilité</source>
        <translation>Incivility</translation>
    </message>
    <message>
        <source>Nouvelle fiche</source>
        <translation>New customer</translation>
    </message>
    <message>
        <source>Fiche modifiée</source>
        <translation>Changed customer file</translation>
    </message>
    <message>
        <source>Note épinglée</source>
        <translation>Pinned note</translation>
    </message>
    <message>
        <source>Ça va&#x202f;?</source>
        <translation>Check-in</translation>
    </message>
    <message>
        <source>Réponse à un check-in</source>
        <translation>Reply to a check-in</translation>
    </message>
    <message>
        <source>Appel vidéo</source>
        <translation>Video call</translation>
    </message>
    <message>
        <source>Photo d’un appel vidéo</source>
        <translation>Photo from a video call</translation>
    </message>
    <message>
        <source>Réponse du client</source>
        <translation>Customer’s answer</translation>
    </message>
    <message>
        <source>Version d’un guide</source>
        <translation>Version of a guide</translation>
    </message>
    <message>
        <source>Mes mots</source>
        <translation>My words</translation>
    </message>
    <message>
        <source>Écarts réunis ou cités</source>
        <translation>Step-offs merged or credited</translation>
    </message>
    <message>
        <source>Geste</source>
        <translation>Gesture</translation>
    </message>
    <message>
        <source>Attente du client</source>
        <translation>Waiting for the customer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Suite d’une incivilité</source>
        <translation>What followed an incivility</translation>
    </message>
    <message>
        <source>Échange avec un conseiller</source>
        <translation>Talk with an advisor</translation>
    </message>
    <message>
        <source>Merci ou histoire</source>
        <translation>Thanks or story</translation>
    </message>
    <message>
        <source>Autre</source>
        <translation>Other</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Voir ({n})</source>
        <translation>Look ({n})</translation>
    </message>
    <message>
        <source>Se reconnecter</source>
        <translation>Sign in again</translation>
    </message>
    <message>
        <source>Voir et décider</source>
        <translation>Look and decide</translation>
    </message>
    <message>
        <source>Réessayer maintenant</source>
        <translation>Try again now</translation>
    </message>
    <message>
        <source>Envoyer maintenant</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Échanger maintenant</source>
        <translation>Share now</translation>
    </message>
    <message>
        <source>Rien n’est perdu&#xa0;: tout attend ici.</source>
        <translation>Nothing is lost: everything waits here.</translation>
    </message>
    <message>
        <source>Le serveur ne reconnaît plus votre mot de passe&#xa0;: reconnectez-vous.</source>
        <translation>The server no longer knows your password: sign in again.</translation>
    </message>
    <message>
        <source>Votre connexion a expiré&#xa0;: reconnectez-vous.</source>
        <translation>Your session has expired: sign in again.</translation>
    </message>
    <message>
        <source>Votre accès a été fermé&#xa0;: parlez-en à votre administrateur.</source>
        <translation>Your account was closed: speak to your administrator.</translation>
    </message>
    <message>
        <source>La personne connectée n’est pas celle de ces données&#xa0;: reconnectez-vous.</source>
        <translation>Who signed in is not the person of these data: sign in again.</translation>
    </message>
    <message>
        <source>Cette version de Vis-à-Vis est trop ancienne pour le serveur&#xa0;: mettez-la à jour.</source>
        <translation>This version of Vis-à-Vis is too old for the server: update it.</translation>
    </message>
    <message>
        <source>Ce poste ne peut plus écrire&#xa0;: libérez de la place sur le disque.</source>
        <translation>This computer can no longer write: make room on the disk.</translation>
    </message>
    <message>
        <source>Le serveur veut retirer beaucoup de fiches de ce poste&#xa0;: dites si c’est attendu.</source>
        <translation>The server wants to remove many files from this computer: say whether that is expected.</translation>
    </message>
    <message>
        <source>Le certificat du serveur a expiré&#xa0;: prévenez votre administrateur.</source>
        <translation>The server’s certificate has expired: tell your administrator.</translation>
    </message>
    <message>
        <source>Le certificat du serveur n’est pas reconnu&#xa0;: prévenez votre administrateur.</source>
        <translation>The server’s certificate is not trusted: tell your administrator.</translation>
    </message>
    <message>
        <source>À cette adresse répond autre chose que Vis-à-Vis&#xa0;: prévenez votre administrateur.</source>
        <translation>Something other than Vis-à-Vis answers at this address: tell your administrator.</translation>
    </message>
    <message>
        <source>Le serveur attend une mise à jour&#xa0;: prévenez votre administrateur.</source>
        <translation>The server waits for an update: tell your administrator.</translation>
    </message>
    <message>
        <source>Le serveur refuse l’échange&#xa0;: prévenez votre administrateur.</source>
        <translation>The server refuses to share: tell your administrator.</translation>
    </message>
    <message>
        <source>Un incident a arrêté l’échange&#xa0;; il reprendra seul dans un moment.</source>
        <translation>A fault stopped sharing; it goes on by itself in a while.</translation>
    </message>
    <message>
        <source>Ce poste travaille seul</source>
        <translation>This computer works on its own</translation>
    </message>
    <message>
        <source>Tout est partagé</source>
        <translation>Everything is shared</translation>
    </message>
    <message>
        <source>Première lecture en cours</source>
        <translation>First reading under way</translation>
    </message>
    <message>
        <source>Échange en cours</source>
        <translation>Sharing under way</translation>
    </message>
    <message>
        <source>Envoi dans un instant</source>
        <translation>Sending in a moment</translation>
    </message>
    <message>
        <source>Hors ligne</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>En pause</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Tout ce que vous faites est enregistré ici, au fur et à mesure. Ce poste n’est relié à aucune base partagée.</source>
        <translation>Everything you do is saved here as you go. This computer is connected to no shared database.</translation>
    </message>
    <message>
        <source>Le serveur ne répond pas. Continuez&#xa0;: tout est gardé sur ce poste, et partira seul dès que la ligne revient.</source>
        <translation>The server does not answer. Carry on: everything is kept on this computer, and leaves by itself as soon as the line is back.</translation>
    </message>
    <message>
        <source>{n} fiches et faits sont arrivés. Vous pouvez déjà travailler&#xa0;; coupée, la lecture reprendra où elle en était.</source>
        <translation>{n} files and facts have come. You can already work; if it is cut, reading goes on from where it was.</translation>
    </message>
    <message>
        <source>Ce qui attend est gardé sur ce poste, et part seul.</source>
        <translation>What waits is kept on this computer, and leaves by itself.</translation>
    </message>
    <message>
        <source>Ce que vous avez fait est aussi dans la base partagée.</source>
        <translation>What you did is in the shared database too.</translation>
    </message>
    <message>
        <source>L’horloge de ce poste retarde de {n}. Réglez-la&#xa0;: vos faits portent son heure.</source>
        <translation>This computer’s clock is {n} slow. Set it right: your facts bear its time.</translation>
    </message>
    <message>
        <source>L’horloge de ce poste avance de {n}. Réglez-la&#xa0;: vos faits portent son heure.</source>
        <translation>This computer’s clock is {n} fast. Set it right: your facts bear its time.</translation>
    </message>
    <message>
        <source>{n}&#xa0;min</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>{n}&#xa0;h</source>
        <translation>{n}&#xa0;h</translation>
    </message>
    <message>
        <source>{n} jours</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>Attend depuis</source>
        <translation>Waiting since</translation>
    </message>
    <message>
        <source>pas encore</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Dernier échange</source>
        <translation>Last shared</translation>
    </message>
    <message>
        <source>Prochain essai</source>
        <translation>Next try</translation>
    </message>
    <message>
        <source>maintenant</source>
        <translation>now</translation>
    </message>
    <message>
        <source>dans moins d’une minute</source>
        <translation>in less than a minute</translation>
    </message>
    <message>
        <source>dans {n}&#xa0;min</source>
        <translation>in {n}&#xa0;min</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>{label}, {count} en attente</source>
        <translation>{label}, {count} waiting</translation>
    </message>
</context>
<context>
    <name>Talks</name>
    <message>
        <source>Échange prévu. La personne le verra.</source>
        <translation>Talk planned. The person will see it.</translation>
    </message>
    <message>
        <source>Échange tenu, c’est noté.</source>
        <translation>Talk held: noted.</translation>
    </message>
    <message>
        <source>L’échange n’est plus prévu.</source>
        <translation>The talk is no longer planned.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Quand en parler</source>
        <translation>When to talk</translation>
    </message>
    <message>
        <source>demain, jeudi, 28/11…</source>
        <translation>tomorrow, thursday, 28/11…</translation>
    </message>
    <message>
        <source>Prévoir un échange</source>
        <translation>Plan a talk</translation>
    </message>
    <message>
        <source>Échange tenu</source>
        <translation>Talk held</translation>
    </message>
    <message>
        <source>Ne plus prévoir</source>
        <translation>No longer plan it</translation>
    </message>
    <message>
        <source>Pour vous seulement&#xa0;: ni la personne ni personne d’autre ne la lira.</source>
        <translation>For you alone: neither the person nor anybody else will read it.</translation>
    </message>
    <message>
        <source>En parler</source>
        <translation>Talk about it</translation>
    </message>
    <message>
        <source>Quel jour&#x202f;? Par exemple «&#x202f;demain&#x202f;» ou «&#x202f;28/11&#x202f;».</source>
        <translation>Which day? “tomorrow” or “28/11”, for instance.</translation>
    </message>
    <message>
        <source>Enregistrée sur ce poste</source>
        <translation>Saved on this machine</translation>
    </message>
    <message>
        <source>Enregistrement…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Note privée</source>
        <translation>Private note</translation>
    </message>
    <message>
        <source>Ce que vous voulez retenir, pour vous…</source>
        <translation>What you want to remember, for yourself…</translation>
    </message>
    <message>
        <source>Pas d’échange prévu pour l’instant.</source>
        <translation>No talk planned for now.</translation>
    </message>
    <message>
        <source>Échange tenu, noté {when}</source>
        <translation>Talk held, noted {when}</translation>
    </message>
    <message>
        <source>Échange prévu {day}</source>
        <translation>Talk planned {day}</translation>
    </message>
    <message>
        <source>échange tenu</source>
        <translation>talk held</translation>
    </message>
    <message>
        <source>échange {day}</source>
        <translation>talk {day}</translation>
    </message>
    <message>
        <source>Échange tenu avec {name}, noté {when}</source>
        <translation>Talk held with {name}, noted {when}</translation>
    </message>
    <message>
        <source>Échange prévu {day} avec {name}</source>
        <translation>Talk planned {day} with {name}</translation>
    </message>
    <message>
        <source>Du nouveau de {name} dans «&#x202f;Et moi&#x202f;».</source>
        <translation>Something new from {name} under “Me”.</translation>
    </message>
    <message>
        <source>Voir</source>
        <translation>Look</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Check-ins</source>
        <translation>Check-ins</translation>
    </message>
    <message>
        <source>Équipe</source>
        <translation>Team</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Fermer le message</source>
        <translation>Close the message</translation>
    </message>
    <message>
        <source>{action} ({n}&#xa0;s)</source>
        <translation>{action} ({n}&#xa0;s)</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Démonstration</source>
        <translation>Demonstration</translation>
    </message>
    <message>
        <source>Non chiffré</source>
        <translation>Not encrypted</translation>
    </message>
    <message>
        <source>Je reviens</source>
        <translation>I’m back</translation>
    </message>
    <message>
        <source>Présence&#xa0;: {presence}</source>
        <translation>Presence: {presence}</translation>
    </message>
    <message>
        <source>Ceci est une démonstration</source>
        <translation>This is a demonstration</translation>
    </message>
    <message>
        <source>Ce poste n’est pas chiffré</source>
        <translation>This computer is not encrypted</translation>
    </message>
    <message>
        <source>L’entreprise, les clients et les collègues sont inventés. Ce que vous écrivez est gardé sur ce poste, et ne part nulle part.</source>
        <translation>The company, the customers and the colleagues are invented. What you write is kept on this computer, and goes nowhere else.</translation>
    </message>
    <message>
        <source>Qui a accès à ce poste peut lire le fichier où votre travail est gardé. N’y mettez pas de vrais clients sans l’accord de votre entreprise.</source>
        <translation>Anyone with access to this computer can read the file where your work is kept. Do not put real customers in it without your company’s agreement.</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Totaux</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>Semaine par semaine</source>
        <translation>Week by week</translation>
    </message>
    <message>
        <source>Lecture des totaux…</source>
        <translation>Reading the totals…</translation>
    </message>
    <message>
        <source>Totaux de l’équipe</source>
        <translation>The team’s totals</translation>
    </message>
    <message>
        <source>Le serveur ne répond pas&#xa0;: voici ce qu’il disait {when}.</source>
        <translation>The server does not answer: this is what it said {when}.</translation>
    </message>
    <message>
        <source>Du {first} au {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>Pas encore close&#xa0;: une semaine se publie 48 heures après sa fin.</source>
        <translation>Not closed yet: a week is published 48 hours after its end.</translation>
    </message>
    <message>
        <source>Elle attend la suivante&#xa0;: à quelques personnes près, ce serait lire une personne.</source>
        <translation>It waits for the next one: with a few people more or less, it would be reading one person.</translation>
    </message>
    <message>
        <source>Close depuis la dernière lecture&#xa0;: elle se lira avec la ligne.</source>
        <translation>Closed since it was last read: it will be read once the line is back.</translation>
    </message>
    <message>
        <source>Rien n’est montré&#xa0;: moins de 5 personnes que vous ne lisez pas nommément, ou un total trop proche d’un autre.</source>
        <translation>Nothing is shown: fewer than 5 people whom you do not read by name, or a total too close to another.</translation>
    </message>
    <message>
        <source>Humeur {mood} · énergie {energy} · charge {load} · {n} personnes</source>
        <translation>Mood {mood} · energy {energy} · load {load} · {n} people</translation>
    </message>
    <message>
        <source>{n} semaines réunies</source>
        <translation>{n} weeks together</translation>
    </message>
    <message>
        <source>non montrée</source>
        <translation>not shown</translation>
    </message>
    <message>
        <source>Des moyennes de semaines closes, à un demi-point près, sur au moins 5 personnes que vous ne lisez pas nommément. Elles ne se filtrent pas&#xa0;: c’est ce qui permet de répondre sans crainte.</source>
        <translation>Means of closed weeks, to the half point, over at least 5 people whom you do not read by name. They cannot be filtered: that is what lets people answer without fear.</translation>
    </message>
    <message>
        <source>Pas encore de totaux</source>
        <translation>No totals yet</translation>
    </message>
    <message>
        <source>Le premier viendra quand 5 personnes auront répondu pour l’équipe.</source>
        <translation>The first will come once 5 people have answered for the team.</translation>
    </message>
    <message>
        <source>Lecture en ligne seulement</source>
        <translation>Read online only</translation>
    </message>
    <message>
        <source>Le serveur, qui les publie, ne répond pas. Ils se liront ici ensuite.</source>
        <translation>The server, which publishes them, does not answer. They can be read here afterwards.</translation>
    </message>
</context>
<context>
    <name>TrendOverlay</name>
    <message>
        <source>Les mêmes chiffres en tableau</source>
        <translation>The same figures as a table</translation>
    </message>
    <message>
        <source>Moyenne par mois des réponses de ce client ({count} en tout)&#x202f;; jamais une estimation.</source>
        <translation>Monthly average of this customer’s answers ({count} in all); never an estimate.</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Copier mon texte</source>
        <translation>Copy my text</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Copier le détail</source>
        <translation>Copy the details</translation>
    </message>
    <message>
        <source>Quitter</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Copié</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Votre texte, pas encore enregistré</source>
        <translation>Your text, not saved yet</translation>
    </message>
    <message>
        <source>Rien n’a été écrasé.</source>
        <translation>Nothing was overwritten.</translation>
    </message>
    <message>
        <source>Le disque est plein</source>
        <translation>The disk is full</translation>
    </message>
    <message>
        <source>Le dossier est en lecture seule</source>
        <translation>The folder is read-only</translation>
    </message>
    <message>
        <source>Le fichier est abîmé</source>
        <translation>The file is damaged</translation>
    </message>
    <message>
        <source>Le fichier vient d’une version plus récente</source>
        <translation>The file comes from a newer version</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas de Vis-à-Vis</source>
        <translation>This is not a Vis-à-Vis file</translation>
    </message>
    <message>
        <source>Le fichier est occupé</source>
        <translation>The file is busy</translation>
    </message>
    <message>
        <source>Le fichier ne peut pas être ouvert</source>
        <translation>The file cannot be opened</translation>
    </message>
    <message>
        <source>La clé n’ouvre pas ce fichier</source>
        <translation>The key does not open this file</translation>
    </message>
    <message>
        <source>La clé de ce fichier manque</source>
        <translation>The key of this file is missing</translation>
    </message>
    <message>
        <source>Il n’y a plus de place sur le disque où votre travail est gardé.</source>
        <translation>There is no room left on the disk where your work is kept.</translation>
    </message>
    <message>
        <source>Vis-à-Vis n’a pas le droit d’écrire là où votre travail est gardé.</source>
        <translation>Vis-à-Vis is not allowed to write where your work is kept.</translation>
    </message>
    <message>
        <source>Une partie du fichier où votre travail est gardé ne se lit plus.</source>
        <translation>Part of the file where your work is kept can no longer be read.</translation>
    </message>
    <message>
        <source>Il a été écrit par une version que celle-ci ne sait pas lire.</source>
        <translation>It was written by a version that this one cannot read.</translation>
    </message>
    <message>
        <source>Le fichier indiqué contient autre chose, ou il est chiffré.</source>
        <translation>The file you named holds something else, or is encrypted.</translation>
    </message>
    <message>
        <source>Un autre programme s’en sert encore.</source>
        <translation>Another program is still using it.</translation>
    </message>
    <message>
        <source>Le dossier manque, ou l’accès est refusé.</source>
        <translation>The folder is missing, or access is denied.</translation>
    </message>
    <message>
        <source>Cette clé n’est pas celle du fichier où votre travail est gardé, ou le début du fichier est abîmé.</source>
        <translation>This key is not that of the file in which your work is kept, or the beginning of the file is damaged.</translation>
    </message>
    <message>
        <source>Le fichier où votre travail est gardé est chiffré, et le trousseau de ce poste n’a plus sa clé.</source>
        <translation>The file in which your work is kept is encrypted, and this computer’s keyring no longer has its key.</translation>
    </message>
    <message>
        <source>Libérez de la place, puis réessayez.</source>
        <translation>Free some space, then try again.</translation>
    </message>
    <message>
        <source>Demandez le droit d’écrire dans ce dossier, puis réessayez.</source>
        <translation>Ask for permission to write in this folder, then try again.</translation>
    </message>
    <message>
        <source>Copiez ce fichier en lieu sûr, et demandez à votre administrateur d’en reprendre une sauvegarde.</source>
        <translation>Copy this file to a safe place, and ask your administrator to restore a backup of it.</translation>
    </message>
    <message>
        <source>Installez la dernière version de Vis-à-Vis, puis rouvrez-la.</source>
        <translation>Install the latest version of Vis-à-Vis, then open it again.</translation>
    </message>
    <message>
        <source>Vérifiez le nom du fichier, ou choisissez-en un autre au démarrage.</source>
        <translation>Check the file’s name, or choose another at start-up.</translation>
    </message>
    <message>
        <source>Attendez la fin d’un import ou d’une sauvegarde, puis réessayez.</source>
        <translation>Wait for an import or a backup to end, then try again.</translation>
    </message>
    <message>
        <source>Vérifiez le dossier et vos droits, puis réessayez.</source>
        <translation>Check the folder and your permissions, then try again.</translation>
    </message>
    <message>
        <source>Gardez ce fichier, et demandez à votre administrateur sa clé de secours.</source>
        <translation>Keep this file, and ask your administrator for its recovery key.</translation>
    </message>
    <message>
        <source>Déverrouillez le trousseau de ce poste et réessayez, ou demandez à votre administrateur la clé de secours.</source>
        <translation>Unlock this computer’s keyring and try again, or ask your administrator for the recovery key.</translation>
    </message>
</context>
<context>
    <name>Typography</name>
    <message>
        <source>«&#x202f;{0}&#x202f;»</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>{0}&#xa0;: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>Via</name>
    <message>
        <source>Chemin inconnu</source>
        <translation>Path unknown</translation>
    </message>
    <message>
        <source>En direct</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>Par le relais</source>
        <translation>Through the relay</translation>
    </message>
    <message>
        <source>Par le serveur de médias</source>
        <translation>Through the media server</translation>
    </message>
</context>
<context>
    <name>Video</name>
    <message>
        <source>Accueil de la boutique</source>
        <translation>Shop reception</translation>
    </message>
    <message>
        <source>Votre conseiller vous attend en vidéo. Il ne vous voit pas. Ouvrez&#xa0;: {link}</source>
        <translation>Your advisor is waiting for you on video. They cannot see you. Open: {link}</translation>
    </message>
    <message>
        <source>{company}&#xa0;: votre conseiller vous attend en vidéo, sans vous voir. {link}</source>
        <translation>{company}: your advisor is waiting on video and cannot see you. {link}</translation>
    </message>
    <message>
        <source>Bonjour,

votre conseiller vous attend en vidéo. Vous le verrez&#x202f;; lui ne vous voit pas, et rien n’est à installer.

{link}

Ce lien vaut dix minutes et ne sert qu’une fois.</source>
        <translation>Hello,

your advisor is waiting for you on video. You will see them; they cannot see you, and there is nothing to install.

{link}

This link is good for ten minutes and works once.</translation>
    </message>
    <message>
        <source>{name} est la personne de la vidéo&#x202f;?</source>
        <translation>Is {name} the person on the video?</translation>
    </message>
    <message>
        <source>Oui, c’est cette personne</source>
        <translation>Yes, this person</translation>
    </message>
    <message>
        <source>Ce contact garde ce qui y est déjà noté&#xa0;: la vidéo reste à part.</source>
        <translation>This contact keeps what is noted in it: the video stays apart.</translation>
    </message>
    <message>
        <source>La vidéo est enregistrée, sans client&#xa0;: personne n’a été reconnu.</source>
        <translation>The video is recorded without a customer: nobody was recognised.</translation>
    </message>
    <message>
        <source>La vidéo n’a pas commencé&#xa0;: le client n’attend plus.</source>
        <translation>The video did not begin: the customer is no longer waiting.</translation>
    </message>
    <message>
        <source>Votre page de la vidéo ne s’affiche pas ici&#xa0;: elle s’ouvre dans le navigateur.</source>
        <translation>Your video page cannot be shown here: it opens in the browser.</translation>
    </message>
</context>
<context>
    <name>VideoColleagues</name>
    <message>
        <source>Inviter un collègue</source>
        <translation>Invite a colleague</translation>
    </message>
    <message>
        <source>Collègues de l’équipe</source>
        <translation>Colleagues of the team</translation>
    </message>
    <message>
        <source>Aucun collègue n’est là</source>
        <translation>No colleague is here</translation>
    </message>
    <message>
        <source>Qui ouvre l’application dans l’équipe apparaît ici.</source>
        <translation>Whoever opens the application in the team appears here.</translation>
    </message>
    <message>
        <source>Inviter</source>
        <translation>Invite</translation>
    </message>
    <message>
        <source>Le client voit le nom de qui rejoint. Dites-le-lui avant&#xa0;: il peut préférer rester avec vous.</source>
        <translation>The customer sees the name of whoever joins. Tell them first: they may prefer to stay with you.</translation>
    </message>
    <message>
        <source>avec vous</source>
        <translation>with you</translation>
    </message>
    <message>
        <source>pas libre</source>
        <translation>not free</translation>
    </message>
    <message>
        <source>réponse attendue</source>
        <translation>answer awaited</translation>
    </message>
    <message>
        <source>disponible</source>
        <translation>available</translation>
    </message>
    <message>
        <source>occupé</source>
        <translation>busy</translation>
    </message>
    <message>
        <source>Responsable d’équipe</source>
        <translation>Team lead</translation>
    </message>
    <message>
        <source>Conseiller</source>
        <translation>Advisor</translation>
    </message>
</context>
<context>
    <name>VideoGuest</name>
    <message>
        <source>Quitter l’appel</source>
        <translation>Leave the call</translation>
    </message>
    <message>
        <source>Vous aidez {name}, en vidéo</source>
        <translation>You are helping {name}, by video</translation>
    </message>
</context>
<context>
    <name>VideoNotices</name>
    <message>
        <source>Rappel demandé&#xa0;: {who}, {place}.</source>
        <translation>Call back asked for: {who}, {place}.</translation>
    </message>
    <message>
        <source>{place}&#xa0;: un collègue a répondu avant vous.</source>
        <translation>{place}: a colleague answered before you.</translation>
    </message>
    <message>
        <source>{name} ne peut pas vous rejoindre.</source>
        <translation>{name} cannot join you.</translation>
    </message>
    <message>
        <source>Le bouton client sonne chez vous.</source>
        <translation>The customers’ button rings at your desk.</translation>
    </message>
    <message>
        <source>Le bouton client ne sonne plus chez vous.</source>
        <translation>The customers’ button no longer rings at your desk.</translation>
    </message>
    <message>
        <source>Vidéo avec {name}&#xa0;: {how}.</source>
        <translation>Video with {name}: {how}.</translation>
    </message>
</context>
<context>
    <name>VideoPanel</name>
    <message>
        <source>Recevoir les appels du bouton client</source>
        <translation>Take calls from the customers’ button</translation>
    </message>
    <message>
        <source>Quand un client appuie sur son bouton, il sonne chez tous les collègues qui ont coché cette case.</source>
        <translation>When customers press their button, it rings for every colleague who ticked this box.</translation>
    </message>
    <message>
        <source>Vidéo · invitation</source>
        <translation>Video · invitation</translation>
    </message>
    <message>
        <source>Vidéo · en attente</source>
        <translation>Video · waiting</translation>
    </message>
    <message>
        <source>Vidéo en cours</source>
        <translation>Video under way</translation>
    </message>
    <message>
        <source>Vidéo · reconnexion</source>
        <translation>Video · reconnecting</translation>
    </message>
    <message>
        <source>Vidéo terminée</source>
        <translation>Video ended</translation>
    </message>
    <message>
        <source>Vidéo</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>indisponible</source>
        <translation>not available</translation>
    </message>
    <message>
        <source>image coupée</source>
        <translation>picture cut</translation>
    </message>
    <message>
        <source>sans suite</source>
        <translation>no show</translation>
    </message>
    <message>
        <source>prête</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>depuis {span}</source>
        <translation>for {span}</translation>
    </message>
    <message>
        <source>visage en {span}</source>
        <translation>face in {span}</translation>
    </message>
    <message>
        <source>De votre touche à l’envoi, de l’envoi à l’ouverture, de l’ouverture au visage.</source>
        <translation>From your key to the sending, from there to the opening, from there to the face.</translation>
    </message>
    <message>
        <source>Envoi</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>Ouverture</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>Visage</source>
        <translation>Face</translation>
    </message>
    <message>
        <source>pas encore</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>Y revenir</source>
        <translation>Go back to it</translation>
    </message>
    <message>
        <source>Vidéo en cours avec {name}</source>
        <translation>Video under way with {name}</translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Terminer la vidéo, sans question (Maj+F9)&#xa0;; Échap ne raccroche jamais</source>
        <translation>End the video, nothing is asked (Shift+F9); Esc never hangs up</translation>
    </message>
    <message>
        <source>Proposer un rappel</source>
        <translation>Offer a call back</translation>
    </message>
    <message>
        <source>Relancer la vidéo</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>Terminée après {span} face à face</source>
        <translation>Ended after {span} face to face</translation>
    </message>
    <message>
        <source>{why}, après {span} face à face</source>
        <translation>{why}, after {span} face to face</translation>
    </message>
    <message>
        <source>Terminée avant le face à face</source>
        <translation>Ended before any picture</translation>
    </message>
    <message>
        <source>Caméra montrée avec son accord</source>
        <translation>Camera shown with their consent</translation>
    </message>
    <message>
        <source>Écran montré avec son accord</source>
        <translation>Screen shown with their consent</translation>
    </message>
    <message>
        <source>Coupures&#xa0;: {n}</source>
        <translation>Cuts: {n}</translation>
    </message>
    <message>
        <source>Collègues venus&#xa0;: {n}</source>
        <translation>Colleagues who came: {n}</translation>
    </message>
    <message>
        <source>Photos gardées avec le contact&#xa0;: {n}</source>
        <translation>Photos kept with the contact: {n}</translation>
    </message>
    <message>
        <source>Renvoyer le lien</source>
        <translation>Send the link again</translation>
    </message>
    <message>
        <source>Votre page de la vidéo</source>
        <translation>Your page of the video</translation>
    </message>
    <message>
        <source>Votre page est dans le navigateur. Gardez-la ouverte&#xa0;: c’est elle qui porte votre image.</source>
        <translation>Your page is in the browser. Keep it open: your picture comes from there.</translation>
    </message>
    <message>
        <source>Rouvrir ma page</source>
        <translation>Open my page again</translation>
    </message>
    <message>
        <source>Lien copié</source>
        <translation>Link copied</translation>
    </message>
    <message>
        <source>Mettre l’image dans sa propre fenêtre</source>
        <translation>Put the picture in its own window</translation>
    </message>
    <message>
        <source>Caméra éteinte</source>
        <translation>Camera off</translation>
    </message>
    <message>
        <source>Fermer ce message</source>
        <translation>Close this message</translation>
    </message>
    <message>
        <source>Le client vous verra, vous ne le verrez pas.</source>
        <translation>They will see you, you will not see them.</translation>
    </message>
    <message>
        <source>Vérifier maintenant</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Commencer la vidéo avec le client (F9)</source>
        <translation>Begin a video with the customer (F9)</translation>
    </message>
    <message>
        <source>Ouvrez d’abord un client.</source>
        <translation>Open a customer first.</translation>
    </message>
    <message>
        <source>Lancer la vidéo</source>
        <translation>Start the video</translation>
    </message>
    <message>
        <source>Préparation…</source>
        <translation>Getting ready…</translation>
    </message>
    <message>
        <source>Bouton</source>
        <translation>Button</translation>
    </message>
    <message>
        <source>Envoyé</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Créé</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Ouvert</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>Accepté</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>{done}. Pas encore&#xa0;: {left}.</source>
        <translation>{done}. Not yet: {left}.</translation>
    </message>
    <message>
        <source>Inviter</source>
        <translation>Invite</translation>
    </message>
    <message>
        <source>Inviter un collègue ou le responsable</source>
        <translation>Invite a colleague or the lead</translation>
    </message>
    <message>
        <source>Image coupée depuis {span}</source>
        <translation>Picture cut for {span}</translation>
    </message>
    <message>
        <source>Face à face · {clock}</source>
        <translation>Face to face · {clock}</translation>
    </message>
    <message>
        <source>Un collègue</source>
        <translation>A colleague</translation>
    </message>
    <message>
        <source>Montre sa caméra</source>
        <translation>Shows their camera</translation>
    </message>
    <message>
        <source>Montre son écran</source>
        <translation>Shows their screen</translation>
    </message>
    <message>
        <source>Photo demandée, en attente</source>
        <translation>Photo asked for, awaited</translation>
    </message>
    <message>
        <source>{name} est avec vous</source>
        <translation>{name} is with you</translation>
    </message>
    <message>
        <source>{name}&#xa0;: réponse attendue</source>
        <translation>{name}: answer awaited</translation>
    </message>
    <message>
        <source>{name} n’est pas libre</source>
        <translation>{name} is not free</translation>
    </message>
    <message>
        <source>Nouveau lien</source>
        <translation>New link</translation>
    </message>
    <message>
        <source>Faire un autre lien&#xa0;; l’ancien n’ouvre plus rien</source>
        <translation>Make another link; the old one opens nothing any more</translation>
    </message>
    <message>
        <source>Renvoyer</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Lien valable encore {n}</source>
        <translation>Link good for {n} more</translation>
    </message>
    <message>
        <source>Lien expiré</source>
        <translation>Link expired</translation>
    </message>
    <message>
        <source>Envoyé par SMS au {to}</source>
        <translation>Sent by SMS to {to}</translation>
    </message>
    <message>
        <source>Envoyé à {to}</source>
        <translation>Sent to {to}</translation>
    </message>
    <message>
        <source>QR code montré au client</source>
        <translation>QR code shown to the customer</translation>
    </message>
    <message>
        <source>Lien copié, à donner au client</source>
        <translation>Link copied, to be given to the customer</translation>
    </message>
    <message>
        <source>Page du client ouverte sur ce poste</source>
        <translation>Customer’s page opened on this computer</translation>
    </message>
    <message>
        <source>Bouton du client&#xa0;: {place}</source>
        <translation>Customer’s button: {place}</translation>
    </message>
    <message>
        <source>Le lien est prêt</source>
        <translation>The link is ready</translation>
    </message>
</context>
<context>
    <name>VideoPhotos</name>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Lecture de la photo…</source>
        <translation>Reading the photo…</translation>
    </message>
    <message>
        <source>Empreinte SHA-256</source>
        <translation>SHA-256 fingerprint</translation>
    </message>
    <message>
        <source>Photo précédente (←)</source>
        <translation>Photo before (←)</translation>
    </message>
    <message>
        <source>Photo suivante (→)</source>
        <translation>Next photo (→)</translation>
    </message>
    <message>
        <source>Enregistrer sous…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>Photo écrite dans {name}.</source>
        <translation>Photo written to {name}.</translation>
    </message>
    <message>
        <source>Le fichier n’a pas pu être écrit&#xa0;: choisissez un autre dossier.</source>
        <translation>The file could not be written: choose another folder.</translation>
    </message>
    <message>
        <source>Les photos ne se lisent pas pour l’instant. Rien n’est perdu&#x202f;; réessayez.</source>
        <translation>The photos cannot be read just now. Nothing is lost; try again.</translation>
    </message>
    <message>
        <source>Les photos de cet appel ne sont pas sur ce poste.</source>
        <translation>The photos of this call are not on this computer.</translation>
    </message>
    <message>
        <source>{source}, {when} · accord du client à {consent} · {width} × {height} · {size}</source>
        <translation>{source}, {when} · the customer agreed at {consent} · {width} by {height} · {size}</translation>
    </message>
    <message>
        <source>Enregistrer la photo sous…</source>
        <translation>Save the photo as…</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>{n}&#xa0;ko</source>
        <translation>{n}&#xa0;kB</translation>
    </message>
    <message>
        <source>{n}&#xa0;Mo</source>
        <translation>{n}&#xa0;MB</translation>
    </message>
    <message>
        <source>Photo {n}, l’ouvrir en entier</source>
        <translation>Photo {n}, open it whole</translation>
    </message>
</context>
<context>
    <name>VideoProblem</name>
    <message>
        <source>La vidéo n’a pas pu commencer</source>
        <translation>The video could not begin</translation>
    </message>
    <message>
        <source>Le lien n’est pas parti</source>
        <translation>The link was not sent</translation>
    </message>
    <message>
        <source>Pas de nouveau lien</source>
        <translation>No new link</translation>
    </message>
    <message>
        <source>Votre page ne s’est pas rouverte</source>
        <translation>Your page did not open again</translation>
    </message>
    <message>
        <source>L’invitation n’est pas partie</source>
        <translation>The invitation was not sent</translation>
    </message>
    <message>
        <source>Fin sans confirmation</source>
        <translation>End not confirmed</translation>
    </message>
    <message>
        <source>Vous n’avez pas pu rejoindre</source>
        <translation>You could not join</translation>
    </message>
    <message>
        <source>Le bouton du client ne sonne pas ici</source>
        <translation>The customers’ button does not ring here</translation>
    </message>
    <message>
        <source>La passerelle n’a pas répondu. Votre image est coupée, et l’appel finit de lui-même en moins d’une minute.</source>
        <translation>The gateway did not answer. Your picture is off, and the call ends by itself within a minute.</translation>
    </message>
    <message>
        <source>La passerelle ne répond pas. Réessayez, ou proposez un rappel.</source>
        <translation>The gateway does not answer. Try again, or offer a call back.</translation>
    </message>
    <message>
        <source>La passerelle refuse la clé de ce poste&#xa0;: prévenez l’administrateur.</source>
        <translation>The gateway refuses this computer’s key: tell the administrator.</translation>
    </message>
    <message>
        <source>Cet appel est déjà terminé&#xa0;: commencez-en un autre.</source>
        <translation>This call has ended already: begin another.</translation>
    </message>
    <message>
        <source>L’appel n’accepte pas une personne de plus.</source>
        <translation>The call takes nobody more.</translation>
    </message>
    <message>
        <source>La passerelle demande d’attendre un peu. Réessayez dans une minute.</source>
        <translation>The gateway asks to wait a little. Try again in a minute.</translation>
    </message>
    <message>
        <source>Le serveur des images ne répond pas. Réessayez, ou proposez un rappel.</source>
        <translation>The media server does not answer. Try again, or offer a call back.</translation>
    </message>
    <message>
        <source>Réessayez, ou proposez un rappel. (code&#xa0;: {code})</source>
        <translation>Try again, or offer a call back. (code: {code})</translation>
    </message>
    <message>
        <source>Cette adresse ne se lit pas</source>
        <translation>This address cannot be read</translation>
    </message>
    <message>
        <source>Vérifiez-la avec le client, puis renvoyez.</source>
        <translation>Check it with the customer, then send again.</translation>
    </message>
    <message>
        <source>Ce numéro ne se lit pas</source>
        <translation>This number cannot be read</translation>
    </message>
    <message>
        <source>Vérifiez-le avec le client, puis renvoyez.</source>
        <translation>Check it with the customer, then send it again.</translation>
    </message>
    <message>
        <source>L’envoi n’est pas confirmé</source>
        <translation>The sending is not confirmed</translation>
    </message>
    <message>
        <source>Le message est peut-être parti. Le renvoyer ne l’envoie pas deux fois.</source>
        <translation>The message may have left. Sending it again does not send it twice.</translation>
    </message>
    <message>
        <source>Aucun service d’envoi n’est réglé&#xa0;: montrez le QR code ou copiez le lien.</source>
        <translation>No sending service is set: show the QR code or copy the link.</translation>
    </message>
    <message>
        <source>La clé du service d’envoi manque sur ce poste&#xa0;: montrez le QR code ou copiez le lien.</source>
        <translation>The sending service’s key is missing on this computer: show the QR code or copy the link.</translation>
    </message>
    <message>
        <source>Le service d’envoi est occupé. Renvoyez dans un instant.</source>
        <translation>The sending service is busy. Send again in a moment.</translation>
    </message>
    <message>
        <source>Le service d’envoi l’a refusé. Vérifiez la destination, ou donnez le lien autrement.</source>
        <translation>The sending service refused it. Check where it goes, or give the link another way.</translation>
    </message>
    <message>
        <source>Le service d’envoi n’a dit ni oui ni non. Renvoyez, ou donnez le lien autrement.</source>
        <translation>The sending service said neither yes nor no. Send again, or give the link another way.</translation>
    </message>
</context>
<context>
    <name>VideoQr</name>
    <message>
        <source>QR code de la vidéo</source>
        <translation>QR code of the video</translation>
    </message>
    <message>
        <source>Scannez avec l’appareil photo</source>
        <translation>Scan with your camera</translation>
    </message>
    <message>
        <source>Vous verrez votre conseiller&#x202f;; votre caméra reste éteinte.</source>
        <translation>You will see your advisor; your camera stays off.</translation>
    </message>
    <message>
        <source>Échap pour fermer</source>
        <translation>Esc to close</translation>
    </message>
</context>
<context>
    <name>VideoRing</name>
    <message>
        <source>Pas maintenant</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Un client appelle&#xa0;: {place}</source>
        <translation>A customer calls: {place}</translation>
    </message>
    <message>
        <source>Répondre</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>{name} vous demande en vidéo</source>
        <translation>{name} asks for you in a video</translation>
    </message>
    <message>
        <source>Un client est déjà en ligne.</source>
        <translation>A customer is on the line already.</translation>
    </message>
    <message>
        <source>Rejoindre</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>depuis {span}</source>
        <translation>for {span}</translation>
    </message>
    <message>
        <source>dit par le client, non vérifié</source>
        <translation>said by the customer, not checked</translation>
    </message>
    <message>
        <source>1 autre attend</source>
        <translation>1 more waits</translation>
    </message>
    <message>
        <source>{n} autres attendent</source>
        <translation>{n} more wait</translation>
    </message>
</context>
<context>
    <name>VideoSend</name>
    <message>
        <source>Envoyer par</source>
        <translation>Send by</translation>
    </message>
    <message>
        <source>Numéro ou adresse</source>
        <translation>Number or address</translation>
    </message>
    <message>
        <source>Revenir</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lien pour {name}</source>
        <translation>Link for {name}</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>QR code</translation>
    </message>
    <message>
        <source>Copier</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Ouvrir ici</source>
        <translation>Open here</translation>
    </message>
    <message>
        <source>Envoyer</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Renvoyer</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Adresse e-mail du client</source>
        <translation>Customer’s email address</translation>
    </message>
    <message>
        <source>Numéro de mobile du client</source>
        <translation>Customer’s mobile number</translation>
    </message>
</context>
<context>
    <name>VideoSettings</name>
    <message>
        <source>Vidéo</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Vérifier</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Prêt d’avance&#xa0;: l’image vient plus tôt</source>
        <translation>Ready beforehand: the picture comes sooner</translation>
    </message>
    <message>
        <source>Prête</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Passerelle&#xa0;: {where}</source>
        <translation>Gateway: {where}</translation>
    </message>
    <message>
        <source>Choisissez caméra et micro, et voyez-vous, avant le premier appel. Personne d’autre ne vous voit.</source>
        <translation>Choose camera and microphone, and see yourself, before the first call. Nobody else sees you.</translation>
    </message>
    <message>
        <source>L’application garde alors la page prête en mémoire (environ 220 Mo). La caméra reste éteinte.</source>
        <translation>The application then keeps the page ready in memory (about 220 MB). The camera stays off.</translation>
    </message>
    <message>
        <source>Essayer caméra et micro</source>
        <translation>Try camera and microphone</translation>
    </message>
    <message>
        <source>Éteindre la caméra</source>
        <translation>Turn the camera off</translation>
    </message>
</context>
<context>
    <name>VideoTimeline</name>
    <message>
        <source>Vidéo sans face à face</source>
        <translation>Video, never face to face</translation>
    </message>
    <message>
        <source>Vidéo&#xa0;: {how}</source>
        <translation>Video: {how}</translation>
    </message>
    <message>
        <source>Vidéo {span}</source>
        <translation>Video {span}</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>one photo</translation>
    </message>
    <message>
        <source>{n} photos</source>
        <translation>{n} pictures</translation>
    </message>
    <message>
        <source>Vidéo de {hour}</source>
        <translation>Video at {hour}</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Lien</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Attentes</source>
        <translation>Waits</translation>
    </message>
    <message>
        <source>Accord</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Montré</source>
        <translation>Shown</translation>
    </message>
    <message>
        <source>Collègues</source>
        <translation>Colleagues</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Fin</source>
        <translation>End</translation>
    </message>
    <message>
        <source>aucun face à face</source>
        <translation>never face to face</translation>
    </message>
    <message>
        <source>envoi {span}</source>
        <translation>sending {span}</translation>
    </message>
    <message>
        <source>ouverture {span}</source>
        <translation>opening {span}</translation>
    </message>
    <message>
        <source>visage {span}</source>
        <translation>face {span}</translation>
    </message>
    <message>
        <source>donné à {hour}, avant toute image</source>
        <translation>given at {hour}, before any picture</translation>
    </message>
    <message>
        <source>{source} de {since} à {until}, avec son accord</source>
        <translation>{source} from {since} to {until}, with their consent</translation>
    </message>
    <message>
        <source>{name} de {since} à {until}</source>
        <translation>{name} from {since} to {until}</translation>
    </message>
    <message>
        <source>Un collègue</source>
        <translation>A colleague</translation>
    </message>
    <message>
        <source>coupures&#xa0;: {n}</source>
        <translation>cuts: {n}</translation>
    </message>
    <message>
        <source>Terminée avant le face à face</source>
        <translation>Ended before any picture</translation>
    </message>
</context>
<context>
    <name>VideoWindow</name>
    <message>
        <source>Vidéo · Vis-à-Vis</source>
        <translation>Video · Vis-à-Vis</translation>
    </message>
    <message>
        <source>Vidéo avec {name} · Vis-à-Vis</source>
        <translation>Video with {name} · Vis-à-Vis</translation>
    </message>
</context>
<context>
    <name>VideoWords</name>
    <message>
        <source>le client</source>
        <translation>the customer</translation>
    </message>
    <message>
        <source>Mme {name}</source>
        <translation>Ms {name}</translation>
    </message>
    <message>
        <source>M. {name}</source>
        <translation>Mr {name}</translation>
    </message>
    <message>
        <source>Démonstration&#xa0;: le lien ne s’ouvre que sur ce poste.</source>
        <translation>Demonstration: the link opens on this computer only.</translation>
    </message>
    <message>
        <source>Le relais ne répond pas&#xa0;: sur certains réseaux, l’image peut ne pas passer.</source>
        <translation>The relay does not answer: on some networks, the picture may not get through.</translation>
    </message>
    <message>
        <source>Aucune passerelle vidéo n’est réglée</source>
        <translation>No video gateway is set</translation>
    </message>
    <message>
        <source>L’administrateur peut en nommer une dans les réglages du poste.</source>
        <translation>The administrator can name one in this computer’s settings.</translation>
    </message>
    <message>
        <source>La passerelle vidéo refuse la clé de ce poste</source>
        <translation>The video gateway refuses this computer’s key</translation>
    </message>
    <message>
        <source>Demandez à l’administrateur d’enregistrer la clé à nouveau.</source>
        <translation>Ask the administrator to store the key again.</translation>
    </message>
    <message>
        <source>La passerelle vidéo n’a pas la même version que ce poste</source>
        <translation>The video gateway has another version than this computer</translation>
    </message>
    <message>
        <source>L’administrateur doit mettre l’un des deux à jour.</source>
        <translation>The administrator has to update one of them.</translation>
    </message>
    <message>
        <source>À cette adresse, ce n’est pas une passerelle vidéo</source>
        <translation>What answers at this address is no video gateway</translation>
    </message>
    <message>
        <source>L’administrateur doit corriger l’adresse réglée.</source>
        <translation>The administrator has to correct the address.</translation>
    </message>
    <message>
        <source>L’administrateur doit le remplacer.</source>
        <translation>The administrator has to replace it.</translation>
    </message>
    <message>
        <source>Le certificat de la passerelle de ce poste manque</source>
        <translation>The certificate of this computer’s gateway is missing</translation>
    </message>
    <message>
        <source>Sans lui, le client ne peut montrer ni caméra ni écran. L’administrateur doit le fournir.</source>
        <translation>Without it customers can show neither camera nor screen. The administrator has to provide it.</translation>
    </message>
    <message>
        <source>Le certificat de la passerelle vidéo a expiré</source>
        <translation>The video gateway’s certificate has expired</translation>
    </message>
    <message>
        <source>Le certificat de la passerelle vidéo n’est pas reconnu</source>
        <translation>The video gateway’s certificate is not trusted</translation>
    </message>
    <message>
        <source>Le certificat de la passerelle vidéo porte un autre nom</source>
        <translation>The video gateway’s certificate bears another name</translation>
    </message>
    <message>
        <source>La passerelle vidéo est interrogée…</source>
        <translation>Asking the video gateway…</translation>
    </message>
    <message>
        <source>La réponse vient d’ordinaire en quelques secondes.</source>
        <translation>The answer usually comes within seconds.</translation>
    </message>
    <message>
        <source>Un autre programme occupe la place de la passerelle vidéo</source>
        <translation>Another program has taken the video gateway’s place</translation>
    </message>
    <message>
        <source>Fermez-le, ou demandez à l’administrateur un autre port.</source>
        <translation>Close it, or ask the administrator for another port.</translation>
    </message>
    <message>
        <source>La passerelle vidéo ne répond pas</source>
        <translation>The video gateway does not answer</translation>
    </message>
    <message>
        <source>Le relais de la vidéo ne répond pas</source>
        <translation>The video relay does not answer</translation>
    </message>
    <message>
        <source>Le serveur de la vidéo ne répond pas</source>
        <translation>The video server does not answer</translation>
    </message>
    <message>
        <source>Un nouvel essai a lieu chaque minute. D’ici là, proposez un rappel.</source>
        <translation>It is tried again each minute. Until then, offer a call back.</translation>
    </message>
    <message>
        <source>celle de l’entreprise</source>
        <translation>the company’s</translation>
    </message>
    <message>
        <source>celle de ce poste, pour le réseau de l’agence</source>
        <translation>this computer’s, for the branch’s network</translation>
    </message>
    <message>
        <source>celle de ce poste, pour la démonstration seule</source>
        <translation>this computer’s, for the demonstration only</translation>
    </message>
    <message>
        <source>aucune pour l’instant</source>
        <translation>none for now</translation>
    </message>
    <message>
        <source>L’image se fait attendre</source>
        <translation>The picture takes its time</translation>
    </message>
    <message>
        <source>Dites-le au client&#xa0;: «&#x202f;Cela prend un peu plus de temps, je reste avec vous.&#x202f;»</source>
        <translation>Tell the customer: “This takes a little longer, I am staying with you.”</translation>
    </message>
    <message>
        <source>Personne n’a ouvert le lien depuis une minute</source>
        <translation>Nobody has opened the link for a minute</translation>
    </message>
    <message>
        <source>Renvoyez-le autrement, ou proposez un rappel.</source>
        <translation>Send it another way, or offer a call back.</translation>
    </message>
    <message>
        <source>Reconnexion…</source>
        <translation>Reconnecting…</translation>
    </message>
    <message>
        <source>L’image revient d’elle-même&#x202f;; rien n’est à refaire.</source>
        <translation>The picture comes back by itself; there is nothing to do.</translation>
    </message>
    <message>
        <source>{name}&#xa0;: la clé du service d’envoi manque sur ce poste.</source>
        <translation>{name}: the sending service’s key is missing on this computer.</translation>
    </message>
    <message>
        <source>{name}&#xa0;: aucun service d’envoi n’est réglé.</source>
        <translation>{name}: no sending service is set.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Un client, sans nom donné</source>
        <translation>A customer, no name given</translation>
    </message>
</context>
<context>
    <name>Wellbeing</name>
    <message>
        <source>Mon responsable, nommément</source>
        <translation>My lead, by name</translation>
    </message>
    <message>
        <source>Le total de l’équipe, sans mon nom</source>
        <translation>The team’s total, without my name</translation>
    </message>
    <message>
        <source>Personne</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>En arrivant</source>
        <translation>Start of shift</translation>
    </message>
    <message>
        <source>En partant</source>
        <translation>End of shift</translation>
    </message>
    <message>
        <source>En cours de journée</source>
        <translation>During the day</translation>
    </message>
    <message>
        <source>Qui peut le voir&#x202f;?</source>
        <translation>Who may see it?</translation>
    </message>
    <message>
        <source>Et vous, ça va&#x202f;?</source>
        <translation>And how are you?</translation>
    </message>
    <message>
        <source>À quel moment&#x202f;?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Quelques secondes pour vous. Tout est facultatif, et c’est vous qui choisissez qui le voit.</source>
        <translation>A few seconds for you. Everything is optional, and you choose who sees it.</translation>
    </message>
    <message>
        <source>Une note ou un mot suffit. Ou bien «&#x202f;Plus tard&#x202f;», sans souci.</source>
        <translation>One rating or one word is enough. Or “Later”: that’s fine too.</translation>
    </message>
    <message>
        <source>Il reste à choisir qui peut le voir&#xa0;: rien n’est décidé à votre place.</source>
        <translation>You still need to choose who may see it: nothing is decided for you.</translation>
    </message>
    <message>
        <source>Humeur</source>
        <translation>Mood</translation>
    </message>
    <message>
        <source>Énergie</source>
        <translation>Energy</translation>
    </message>
    <message>
        <source>Charge de travail</source>
        <translation>Workload</translation>
    </message>
    <message>
        <source>Un mot, si vous voulez</source>
        <translation>A word, if you like</translation>
    </message>
    <message>
        <source>Ce qui vous porte, ce qui vous pèse…</source>
        <translation>What lifts you, what weighs on you…</translation>
    </message>
    <message>
        <source>1 à 5</source>
        <translation>1 to 5</translation>
    </message>
    <message>
        <source>Votre réponse, à copier si besoin</source>
        <translation>Your answer, to copy if need be</translation>
    </message>
    <message>
        <source>Ce check-in n’est plus partagé avec vous</source>
        <translation>This check-in is no longer shared with you</translation>
    </message>
    <message>
        <source>La personne a choisi de le garder pour elle. C’est son droit.</source>
        <translation>They have chosen to keep it to themselves. That is their right.</translation>
    </message>
    <message>
        <source>Lectures et réponses</source>
        <translation>Who has read it, and replies</translation>
    </message>
    <message>
        <source>Vous pouvez changer d’avis quand vous voulez.</source>
        <translation>You can change your mind whenever you like.</translation>
    </message>
    <message>
        <source>{name} ne l’a pas encore ouvert.</source>
        <translation>{name} has not opened it yet.</translation>
    </message>
    <message>
        <source>Personne ne l’a lu.</source>
        <translation>Nobody has read it.</translation>
    </message>
    <message>
        <source>Mes check-ins</source>
        <translation>My check-ins</translation>
    </message>
    <message>
        <source>Voir les plus anciens</source>
        <translation>See older ones</translation>
    </message>
    <message>
        <source>Ce que vous avez dit, qui peut le voir, et qui l’a lu.</source>
        <translation>What you said, who may see it, and who has read it.</translation>
    </message>
    <message>
        <source>Rien pour l’instant</source>
        <translation>Nothing for now</translation>
    </message>
    <message>
        <source>Quand vous direz comment ça va, vous le retrouverez ici.</source>
        <translation>When you say how you are, you will find it here.</translation>
    </message>
    <message>
        <source>Peut le voir maintenant&#xa0;: {who}</source>
        <translation>May see it now: {who}</translation>
    </message>
    <message>
        <source>une réponse</source>
        <translation>one reply</translation>
    </message>
    <message>
        <source>Dire comment ça va</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>privé</source>
        <translation>private</translation>
    </message>
    <message>
        <source>Pas encore dit aujourd’hui.</source>
        <translation>Not said yet today.</translation>
    </message>
    <message>
        <source>Le dire</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>Redire</source>
        <translation>Check in again</translation>
    </message>
    <message>
        <source>Humeur&#xa0;: {mood}, {energy}, {load}</source>
        <translation>Mood: {mood}, {energy}, {load}</translation>
    </message>
    <message>
        <source>Énergie · non dite</source>
        <translation>Energy · not said</translation>
    </message>
    <message>
        <source>Énergie · {n}</source>
        <translation>Energy · {n}</translation>
    </message>
    <message>
        <source>Charge · non dite</source>
        <translation>Load · not said</translation>
    </message>
    <message>
        <source>Charge · {n}</source>
        <translation>Load · {n}</translation>
    </message>
    <message>
        <source>Lu par {name} · {when}</source>
        <translation>Read by {name} · {when}</translation>
    </message>
    <message>
        <source>Votre réponse</source>
        <translation>Your reply</translation>
    </message>
    <message>
        <source>Un mot, une proposition d’en parler…</source>
        <translation>A word, an offer to talk it over…</translation>
    </message>
    <message>
        <source>Répondre</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>{name} verra que vous l’avez lu, et quand.</source>
        <translation>{name} will see that you have read it, and when.</translation>
    </message>
    <message>
        <source>Sans réponse</source>
        <translation>Unanswered</translation>
    </message>
    <message>
        <source>Répondus</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Vous avez répondu à tous.</source>
        <translation>You have answered everyone.</translation>
    </message>
    <message>
        <source>À lire</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>répondu</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>lu, sans réponse</source>
        <translation>read, unanswered</translation>
    </message>
    <message>
        <source>à lire</source>
        <translation>unread</translation>
    </message>
    <message>
        <source>Choisissez un check-in</source>
        <translation>Choose a check-in</translation>
    </message>
    <message>
        <source>Entrée l’ouvre. La personne verra que vous l’avez lu, et quand.</source>
        <translation>Enter opens it. Its author will see that you have read it, and when.</translation>
    </message>
    <message>
        <source>Check-ins partagés</source>
        <translation>Shared check-ins</translation>
    </message>
    <message>
        <source>Ceux que l’on vous a adressés, à vous nommément. Le plus ancien sans réponse d’abord.</source>
        <translation>Those addressed to you by name. Oldest unanswered first.</translation>
    </message>
    <message>
        <source>Personne ne vous attend</source>
        <translation>Nobody is waiting for you</translation>
    </message>
    <message>
        <source>Quand une personne de l’équipe voudra vous en parler, son check-in viendra ici.</source>
        <translation>When someone on the team wants to talk to you, their check-in will come here.</translation>
    </message>
    <message>
        <source>{name} verra votre réponse.</source>
        <translation>{name} will see your reply.</translation>
    </message>
    <message>
        <source>Lecture en ligne seulement</source>
        <translation>Read online only</translation>
    </message>
    <message>
        <source>Ce que la personne a écrit n’est gardé que sur le serveur, qui ne répond pas. Rien ne lui est dit d’une lecture tant que vous ne l’avez pas lu.</source>
        <translation>What the person wrote is kept on the server alone, which does not answer. They are told of no reading until you have read it.</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Mal</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>Plutôt mal</source>
        <translation>Rather low</translation>
    </message>
    <message>
        <source>Moyen</source>
        <translation>So-so</translation>
    </message>
    <message>
        <source>Bien</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>Très bien</source>
        <translation>Very good</translation>
    </message>
    <message>
        <source>Non dite</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>À plat</source>
        <translation>Drained</translation>
    </message>
    <message>
        <source>En pleine forme</source>
        <translation>On top form</translation>
    </message>
    <message>
        <source>Légère</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Trop lourde</source>
        <translation>Too heavy</translation>
    </message>
    <message>
        <source>{name}, nommément</source>
        <translation>{name}, by name</translation>
    </message>
    <message>
        <source>Pour en parler ensemble. Vous verrez quand c’est lu.</source>
        <translation>To talk it over together. You will see when it is read.</translation>
    </message>
    <message>
        <source>Vos notes, dans une moyenne d’au moins 5 personnes&#x202f;; jamais vos mots.</source>
        <translation>Your ratings, in an average of at least 5 people; never your words.</translation>
    </message>
    <message>
        <source>Gardé dans vos pages, pour vous.</source>
        <translation>Kept in your own pages, for you.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Un instant…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>Vis-à-Vis</source>
        <translation>Vis-à-Vis</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Parties de la page</source>
        <translation>Parts of the page</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Fiche</source>
        <translation>File</translation>
    </message>
</context>
<context>
    <name>WrapUp</name>
    <message>
        <source>Contact évitable&#x202f;?</source>
        <translation>Avoidable contact?</translation>
    </message>
    <message>
        <source>Oui</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Quelle cause&#x202f;?</source>
        <translation>Which cause?</translation>
    </message>
    <message>
        <source>Canal</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Choisir (facultatif)</source>
        <translation>Choose (optional)</translation>
    </message>
    <message>
        <source>Contact clos</source>
        <translation>Contact closed</translation>
    </message>
    <message>
        <source>Tout est enregistré sur ce poste.</source>
        <translation>Everything is saved on this computer.</translation>
    </message>
    <message>
        <source>Annuler la clôture</source>
        <translation>Undo closing</translation>
    </message>
    <message>
        <source>Nouveau contact</source>
        <translation>New contact</translation>
    </message>
    <message>
        <source>tapez {keys}</source>
        <translation>press {keys}</translation>
    </message>
    <message>
        <source>Échéances proposées</source>
        <translation>Suggested due dates</translation>
    </message>
    <message>
        <source>Échéance</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>28/11 14h30, jeudi 9h, dans 3 jours…</source>
        <translation>28/11 2.30pm, Thursday 9am, in 3 days…</translation>
    </message>
    <message>
        <source>Date non comprise&#xa0;: l’échéance reste la précédente.</source>
        <translation>Date not understood: the due date stays as it was.</translation>
    </message>
    <message>
        <source>{moment}, déjà passé</source>
        <translation>{moment}, already past</translation>
    </message>
    <message>
        <source>Résolution</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>Satisfaction estimée</source>
        <translation>Estimated satisfaction</translation>
    </message>
    <message>
        <source>L’écart a-t-il aidé&#x202f;?</source>
        <translation>Did the step-off help?</translation>
    </message>
    <message>
        <source>Tout y est</source>
        <translation>All set</translation>
    </message>
    <message>
        <source>Cet écart a-t-il aidé&#x202f;?</source>
        <translation>Did this step-off help?</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>I don’t know</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Ce qui aidera la prochaine personne…</source>
        <translation>What will help the next person…</translation>
    </message>
    <message>
        <source>À éviter dans une note&#xa0;: le client peut la lire. Décrivez plutôt les faits.</source>
        <translation>Better not in a note: the customer may read it. Describe the facts instead.</translation>
    </message>
    <message>
        <source>facultatif</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Effort demandé, à votre avis</source>
        <translation>Effort it took, in your view</translation>
    </message>
    <message>
        <source>Très facile</source>
        <translation>Very easy</translation>
    </message>
    <message>
        <source>Très difficile</source>
        <translation>Very hard</translation>
    </message>
    <message>
        <source>À votre avis, sa satisfaction&#x202f;?</source>
        <translation>In your view, how satisfied are they?</translation>
    </message>
    <message>
        <source>Copier le texte</source>
        <translation>Copy the text</translation>
    </message>
    <message>
        <source>Fermer ce message</source>
        <translation>Close this message</translation>
    </message>
    <message>
        <source>Texte copié</source>
        <translation>Text copied</translation>
    </message>
    <message>
        <source>Le contact n’a pas pu s’ouvrir</source>
        <translation>The contact could not open</translation>
    </message>
    <message>
        <source>Texte pas encore enregistré</source>
        <translation>Text not saved yet</translation>
    </message>
    <message>
        <source>Le contact n’a pas pu être clos</source>
        <translation>The contact could not be closed</translation>
    </message>
    <message>
        <source>Incivilité pas encore enregistrée</source>
        <translation>Incivility not saved yet</translation>
    </message>
    <message>
        <source>La clôture n’a pas pu être annulée</source>
        <translation>The closing could not be undone</translation>
    </message>
    <message>
        <source>Contact déjà transmis</source>
        <translation>Contact already sent</translation>
    </message>
    <message>
        <source>Votre estimation ne change plus</source>
        <translation>Your estimate no longer changes</translation>
    </message>
    <message>
        <source>Il ne peut plus être repris. Un nouveau contact peut le compléter.</source>
        <translation>It can no longer be reopened. A new contact can add to it.</translation>
    </message>
    <message>
        <source>L’enregistrement reprendra seul. Rien n’est perdu.</source>
        <translation>Saving will resume by itself. Nothing is lost.</translation>
    </message>
    <message>
        <source>Recommencez ensuite. Rien n’est perdu.</source>
        <translation>Then try again. Nothing is lost.</translation>
    </message>
    <message>
        <source>La réponse du client a pu être vue&#xa0;: l’estimation reste telle qu’elle était avant.</source>
        <translation>The customer’s answer may have been seen: the estimate stays as it was before.</translation>
    </message>
    <message>
        <source>Le disque de ce poste est plein&#xa0;: libérez de la place.</source>
        <translation>This computer’s disk is full: free some space.</translation>
    </message>
    <message>
        <source>Le dossier des données est en lecture seule&#xa0;: rendez-le modifiable.</source>
        <translation>The data folder is read-only: make it writable.</translation>
    </message>
    <message>
        <source>Un autre programme occupe les données&#xa0;: laissez-le finir.</source>
        <translation>Another program is using the data: let it finish.</translation>
    </message>
    <message>
        <source>Les données de ce poste ne répondent pas&#xa0;: copiez votre texte.</source>
        <translation>This computer’s data is not responding: copy your text.</translation>
    </message>
    <message>
        <source>Rappel ou promesse</source>
        <translation>Callback or promise</translation>
    </message>
    <message>
        <source>Ne rien promettre</source>
        <translation>Promise nothing</translation>
    </message>
    <message>
        <source>Ce qui est promis</source>
        <translation>What is promised</translation>
    </message>
    <message>
        <source>Ce qui est promis, en quelques mots</source>
        <translation>What is promised, in a few words</translation>
    </message>
    <message>
        <source>Écart noté à {hour}</source>
        <translation>Step-off noted at {hour}</translation>
    </message>
    <message>
        <source>A-t-il aidé&#x202f;?</source>
        <translation>Did it help?</translation>
    </message>
    <message>
        <source>«&#x202f;{word}&#x202f;»</source>
        <translation>“{word}”</translation>
    </message>
    <message>
        <source>Mot à éviter&#xa0;: {word}, {why}</source>
        <translation>Better not: {word}, {why}</translation>
    </message>
    <message>
        <source>Sélectionner dans la note</source>
        <translation>Select in the note</translation>
    </message>
    <message>
        <source>Incivilité notée</source>
        <translation>Incivility noted</translation>
    </message>
    <message>
        <source>Ouvrez un client&#xa0;: son contact commence de lui-même.</source>
        <translation>Open a customer: their contact begins by itself.</translation>
    </message>
    <message>
        <source>Incivilité</source>
        <translation>Incivility</translation>
    </message>
    <message>
        <source>Clore</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Depuis {hour} · {clock}</source>
        <translation>Since {hour} · {clock}</translation>
    </message>
    <message>
        <source>Contact en cours</source>
        <translation>Contact in progress</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Le client a répondu</source>
        <translation>The customer answered</translation>
    </message>
    <message>
        <source>Voir sa réponse</source>
        <translation>See their answer</translation>
    </message>
    <message>
        <source>Une fois sa réponse vue, votre estimation ne change plus.</source>
        <translation>Once you have seen their answer, your estimate no longer changes.</translation>
    </message>
    <message>
        <source>Sa réponse se montre une fois votre estimation donnée, ou le contact clos.</source>
        <translation>Their answer shows once you have given your estimate, or closed the contact.</translation>
    </message>
    <message>
        <source>Satisfaction {n} sur 5</source>
        <translation>Satisfaction {n} of 5</translation>
    </message>
    <message>
        <source>Effort {n} sur 7</source>
        <translation>Effort {n} of 7</translation>
    </message>
    <message>
        <source>«&#x202f;{words}&#x202f;»</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>Sans note ni mot.</source>
        <translation>No rating, no words.</translation>
    </message>
</context>
</TS>
