#Signature file v4.1
#Version 1.0

CLSS public final dev.portico.plugin.PluginApi
fld public final static java.lang.String VERSION = "1.0"
supr java.lang.Object

CLSS public final dev.portico.plugin.TenantView
cons public init(java.lang.String,dev.portico.plugin.settings.Settings)
meth public dev.portico.plugin.settings.Settings settings()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
supr java.lang.Record
hfds id,settings

CLSS public final !enum dev.portico.plugin.manifest.Capability
fld public final static dev.portico.plugin.manifest.Capability JOBS
fld public final static dev.portico.plugin.manifest.Capability MAIL
fld public final static dev.portico.plugin.manifest.Capability OUTGOING_HOSTS
fld public final static dev.portico.plugin.manifest.Capability OWN_TABLES
fld public final static dev.portico.plugin.manifest.Capability PUBLIC_ROUTES
meth public static dev.portico.plugin.manifest.Capability valueOf(java.lang.String)
meth public static dev.portico.plugin.manifest.Capability[] values()
supr java.lang.Enum<dev.portico.plugin.manifest.Capability>

CLSS public final dev.portico.plugin.manifest.Dashboard
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String label()
meth public java.util.Optional<java.lang.String> announcements()
supr java.lang.Record
hfds announcements,label

CLSS public final dev.portico.plugin.manifest.Field
innr public final static !enum Kind
meth public boolean required()
meth public dev.portico.plugin.manifest.Field$Kind kind()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int maxLength()
meth public java.lang.String id()
meth public java.lang.String label()
meth public java.util.Optional<java.lang.String> dependsOn()
meth public java.util.Optional<java.lang.String> help()
meth public java.util.Optional<java.lang.String> options()
meth public java.util.Optional<java.lang.String> organizationList()
supr java.lang.Record
hfds dependsOn,help,id,kind,label,maxLength,options,organizationList,required

CLSS public final static !enum dev.portico.plugin.manifest.Field$Kind
 outer dev.portico.plugin.manifest.Field
fld public final static dev.portico.plugin.manifest.Field$Kind CHOICE
fld public final static dev.portico.plugin.manifest.Field$Kind DESCRIPTION
fld public final static dev.portico.plugin.manifest.Field$Kind FILES
fld public final static dev.portico.plugin.manifest.Field$Kind LONG_TEXT
fld public final static dev.portico.plugin.manifest.Field$Kind PRODUCT
fld public final static dev.portico.plugin.manifest.Field$Kind SCALE
fld public final static dev.portico.plugin.manifest.Field$Kind SUBJECT
fld public final static dev.portico.plugin.manifest.Field$Kind SUGGESTION
fld public final static dev.portico.plugin.manifest.Field$Kind TEXT
meth public boolean further()
meth public static dev.portico.plugin.manifest.Field$Kind valueOf(java.lang.String)
meth public static dev.portico.plugin.manifest.Field$Kind[] values()
supr java.lang.Enum<dev.portico.plugin.manifest.Field$Kind>

CLSS public final dev.portico.plugin.manifest.HelpWay
innr public final static !enum Kind
meth public dev.portico.plugin.manifest.HelpWay$Kind kind()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.lang.String label()
meth public java.lang.String text()
meth public java.util.Optional<java.lang.String> menu()
meth public java.util.Optional<java.lang.String> setting()
meth public java.util.Optional<java.lang.String> ticketType()
supr java.lang.Record
hfds id,kind,label,menu,setting,text,ticketType

CLSS public final static !enum dev.portico.plugin.manifest.HelpWay$Kind
 outer dev.portico.plugin.manifest.HelpWay
fld public final static dev.portico.plugin.manifest.HelpWay$Kind COMMUNITY
fld public final static dev.portico.plugin.manifest.HelpWay$Kind EMAIL
fld public final static dev.portico.plugin.manifest.HelpWay$Kind IDEAS
fld public final static dev.portico.plugin.manifest.HelpWay$Kind LINK
fld public final static dev.portico.plugin.manifest.HelpWay$Kind NOTE
fld public final static dev.portico.plugin.manifest.HelpWay$Kind PHONE
fld public final static dev.portico.plugin.manifest.HelpWay$Kind STATUS
fld public final static dev.portico.plugin.manifest.HelpWay$Kind TICKETS
meth public boolean site()
meth public static dev.portico.plugin.manifest.HelpWay$Kind valueOf(java.lang.String)
meth public static dev.portico.plugin.manifest.HelpWay$Kind[] values()
supr java.lang.Enum<dev.portico.plugin.manifest.HelpWay$Kind>

CLSS public final !enum dev.portico.plugin.manifest.ListColumn
fld public final static dev.portico.plugin.manifest.ListColumn ASSIGNEE
fld public final static dev.portico.plugin.manifest.ListColumn CREATED
fld public final static dev.portico.plugin.manifest.ListColumn CUSTOMER
fld public final static dev.portico.plugin.manifest.ListColumn LEVEL
fld public final static dev.portico.plugin.manifest.ListColumn NUMBER
fld public final static dev.portico.plugin.manifest.ListColumn PRODUCT
fld public final static dev.portico.plugin.manifest.ListColumn STATUS
fld public final static dev.portico.plugin.manifest.ListColumn SUBJECT
fld public final static dev.portico.plugin.manifest.ListColumn UPDATED
fld public final static java.util.List<dev.portico.plugin.manifest.ListColumn> STANDARD
meth public static dev.portico.plugin.manifest.ListColumn valueOf(java.lang.String)
meth public static dev.portico.plugin.manifest.ListColumn[] values()
supr java.lang.Enum<dev.portico.plugin.manifest.ListColumn>

CLSS public final dev.portico.plugin.manifest.Notification
innr public abstract interface static Recipient
meth public boolean concerns(java.lang.String)
meth public dev.portico.plugin.manifest.Notification$Recipient to()
meth public dev.portico.plugin.manifest.TicketEvent event()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String template()
meth public java.util.List<java.lang.String> levels()
supr java.lang.Record
hfds event,levels,template,to

CLSS public abstract interface static dev.portico.plugin.manifest.Notification$Recipient
 outer dev.portico.plugin.manifest.Notification
innr public final static Addresses
innr public final static Assignee
innr public final static Requester

CLSS public final static dev.portico.plugin.manifest.Notification$Recipient$Addresses
 outer dev.portico.plugin.manifest.Notification$Recipient
intf dev.portico.plugin.manifest.Notification$Recipient
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String setting()
supr java.lang.Record
hfds setting

CLSS public final static dev.portico.plugin.manifest.Notification$Recipient$Assignee
 outer dev.portico.plugin.manifest.Notification$Recipient
intf dev.portico.plugin.manifest.Notification$Recipient
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
supr java.lang.Record

CLSS public final static dev.portico.plugin.manifest.Notification$Recipient$Requester
 outer dev.portico.plugin.manifest.Notification$Recipient
intf dev.portico.plugin.manifest.Notification$Recipient
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
supr java.lang.Record

CLSS public final dev.portico.plugin.manifest.OrganizationList
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.lang.String label()
meth public java.util.Optional<java.lang.String> parent()
supr java.lang.Record
hfds id,label,parent

CLSS public final dev.portico.plugin.manifest.PluginManifest
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String api()
meth public java.lang.String description()
meth public java.lang.String id()
meth public java.lang.String license()
meth public java.lang.String name()
meth public java.lang.String provider()
meth public java.lang.String version()
meth public java.util.List<dev.portico.plugin.manifest.HelpWay> helpWays()
meth public java.util.List<dev.portico.plugin.manifest.OrganizationList> organizationLists()
meth public java.util.List<dev.portico.plugin.manifest.Scale> scales()
meth public java.util.List<dev.portico.plugin.manifest.TicketType> ticketTypes()
meth public java.util.List<dev.portico.plugin.manifest.Workflow> workflows()
meth public java.util.List<dev.portico.plugin.settings.Setting> settings()
meth public java.util.Optional<dev.portico.plugin.manifest.Dashboard> dashboard()
meth public java.util.Optional<java.lang.String> upgradeFrom()
meth public java.util.Set<dev.portico.plugin.manifest.Capability> capabilities()
supr java.lang.Record
hfds api,capabilities,dashboard,description,helpWays,id,license,name,organizationLists,provider,scales,settings,ticketTypes,upgradeFrom,version,workflows

CLSS public final !enum dev.portico.plugin.manifest.Role
fld public final static dev.portico.plugin.manifest.Role AGENT
fld public final static dev.portico.plugin.manifest.Role CONTACT_MANAGER
fld public final static dev.portico.plugin.manifest.Role CSM
fld public final static dev.portico.plugin.manifest.Role CUSTOMER
fld public final static dev.portico.plugin.manifest.Role PLATFORM_ADMINISTRATOR
fld public final static dev.portico.plugin.manifest.Role SYSTEM
fld public final static dev.portico.plugin.manifest.Role TENANT_ADMINISTRATOR
meth public static dev.portico.plugin.manifest.Role valueOf(java.lang.String)
meth public static dev.portico.plugin.manifest.Role[] values()
supr java.lang.Enum<dev.portico.plugin.manifest.Role>

CLSS public final dev.portico.plugin.manifest.Scale
innr public final static Level
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int rank(java.lang.String)
meth public java.lang.String id()
meth public java.lang.String label()
meth public java.util.List<dev.portico.plugin.manifest.Scale$Level> levels()
meth public java.util.Optional<dev.portico.plugin.manifest.Scale$Level> level(java.lang.String)
supr java.lang.Record
hfds id,label,levels

CLSS public final static dev.portico.plugin.manifest.Scale$Level
 outer dev.portico.plugin.manifest.Scale
meth public dev.portico.plugin.manifest.Tone tone()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String description()
meth public java.lang.String id()
meth public java.lang.String label()
supr java.lang.Record
hfds description,id,label,tone

CLSS public final dev.portico.plugin.manifest.Sla
innr public final static !enum Metric
innr public final static !enum Unit
innr public final static Target
meth public dev.portico.plugin.manifest.Sla$Metric metric()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int warnAtPercent()
meth public java.util.List<dev.portico.plugin.manifest.Sla$Target> targets()
meth public java.util.Optional<dev.portico.plugin.manifest.Sla$Target> target(java.lang.String)
meth public java.util.Set<java.lang.String> pausedIn()
supr java.lang.Record
hfds metric,pausedIn,targets,warnAtPercent

CLSS public final static !enum dev.portico.plugin.manifest.Sla$Metric
 outer dev.portico.plugin.manifest.Sla
fld public final static dev.portico.plugin.manifest.Sla$Metric FIRST_RESPONSE
meth public static dev.portico.plugin.manifest.Sla$Metric valueOf(java.lang.String)
meth public static dev.portico.plugin.manifest.Sla$Metric[] values()
supr java.lang.Enum<dev.portico.plugin.manifest.Sla$Metric>

CLSS public final static dev.portico.plugin.manifest.Sla$Target
 outer dev.portico.plugin.manifest.Sla
meth public dev.portico.plugin.manifest.Sla$Unit unit()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int amount()
meth public java.lang.String level()
supr java.lang.Record
hfds amount,level,unit

CLSS public final static !enum dev.portico.plugin.manifest.Sla$Unit
 outer dev.portico.plugin.manifest.Sla
fld public final static dev.portico.plugin.manifest.Sla$Unit BUSINESS_DAYS
fld public final static dev.portico.plugin.manifest.Sla$Unit BUSINESS_HOURS
fld public final static dev.portico.plugin.manifest.Sla$Unit HOURS
meth public static dev.portico.plugin.manifest.Sla$Unit valueOf(java.lang.String)
meth public static dev.portico.plugin.manifest.Sla$Unit[] values()
supr java.lang.Enum<dev.portico.plugin.manifest.Sla$Unit>

CLSS public final !enum dev.portico.plugin.manifest.StatusCategory
fld public final static dev.portico.plugin.manifest.StatusCategory ACTIVE
fld public final static dev.portico.plugin.manifest.StatusCategory ARCHIVED
fld public final static dev.portico.plugin.manifest.StatusCategory CLOSED
fld public final static dev.portico.plugin.manifest.StatusCategory NEW
fld public final static dev.portico.plugin.manifest.StatusCategory RESOLVED
fld public final static dev.portico.plugin.manifest.StatusCategory WAITING_ON_CUSTOMER
fld public final static dev.portico.plugin.manifest.StatusCategory WAITING_ON_US
meth public boolean open()
meth public static dev.portico.plugin.manifest.StatusCategory valueOf(java.lang.String)
meth public static dev.portico.plugin.manifest.StatusCategory[] values()
supr java.lang.Enum<dev.portico.plugin.manifest.StatusCategory>

CLSS public final !enum dev.portico.plugin.manifest.TicketEvent
fld public final static dev.portico.plugin.manifest.TicketEvent AGENT_REPLIED
fld public final static dev.portico.plugin.manifest.TicketEvent ASSIGNED
fld public final static dev.portico.plugin.manifest.TicketEvent ATTACHED
fld public final static dev.portico.plugin.manifest.TicketEvent CLOSED
fld public final static dev.portico.plugin.manifest.TicketEvent CREATED
fld public final static dev.portico.plugin.manifest.TicketEvent CUSTOMER_COMMENTED
fld public final static dev.portico.plugin.manifest.TicketEvent NOTE_ADDED
fld public final static dev.portico.plugin.manifest.TicketEvent SEVERITY_CHANGED
fld public final static dev.portico.plugin.manifest.TicketEvent SLA_BREACHED
fld public final static dev.portico.plugin.manifest.TicketEvent SLA_WARNING
fld public final static dev.portico.plugin.manifest.TicketEvent STATUS_CHANGED
fld public final static dev.portico.plugin.manifest.TicketEvent TIMED
fld public final static dev.portico.plugin.manifest.TicketEvent URGENT
meth public boolean internal()
meth public static dev.portico.plugin.manifest.TicketEvent valueOf(java.lang.String)
meth public static dev.portico.plugin.manifest.TicketEvent[] values()
supr java.lang.Enum<dev.portico.plugin.manifest.TicketEvent>

CLSS public final dev.portico.plugin.manifest.TicketType
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.lang.String scale()
meth public java.lang.String word(dev.portico.plugin.manifest.Word)
meth public java.lang.String words()
meth public java.lang.String workflow()
meth public java.util.List<dev.portico.plugin.manifest.Field> fields()
meth public java.util.List<dev.portico.plugin.manifest.ListColumn> listColumns()
meth public java.util.List<dev.portico.plugin.manifest.Notification> notifications()
meth public java.util.List<dev.portico.plugin.manifest.Sla> sla()
meth public java.util.Optional<dev.portico.plugin.manifest.Field> field(dev.portico.plugin.manifest.Field$Kind)
meth public java.util.Optional<java.lang.String> submitWithFiles()
meth public java.util.Optional<java.lang.String> warning()
supr java.lang.Record
hfds fields,id,listColumns,notifications,scale,sla,submitWithFiles,warning,words,workflow

CLSS public final !enum dev.portico.plugin.manifest.Tone
fld public final static dev.portico.plugin.manifest.Tone CRITICAL
fld public final static dev.portico.plugin.manifest.Tone NEUTRAL
fld public final static dev.portico.plugin.manifest.Tone NOTICE
fld public final static dev.portico.plugin.manifest.Tone SUCCESS
fld public final static dev.portico.plugin.manifest.Tone WARNING
meth public static dev.portico.plugin.manifest.Tone valueOf(java.lang.String)
meth public static dev.portico.plugin.manifest.Tone[] values()
supr java.lang.Enum<dev.portico.plugin.manifest.Tone>

CLSS public final !enum dev.portico.plugin.manifest.Word
fld public final static dev.portico.plugin.manifest.Word ARCHIVE
fld public final static dev.portico.plugin.manifest.Word ARCHIVED
fld public final static dev.portico.plugin.manifest.Word BACK
fld public final static dev.portico.plugin.manifest.Word CLOSE
fld public final static dev.portico.plugin.manifest.Word CLOSED
fld public final static dev.portico.plugin.manifest.Word CLOSE_CONFIRM
fld public final static dev.portico.plugin.manifest.Word CREATE
fld public final static dev.portico.plugin.manifest.Word CREATED
fld public final static dev.portico.plugin.manifest.Word EMPTY
fld public final static dev.portico.plugin.manifest.Word FOLLOW_UP
fld public final static dev.portico.plugin.manifest.Word LIST
fld public final static dev.portico.plugin.manifest.Word NOTHING_FOUND
fld public final static dev.portico.plugin.manifest.Word NOUN
fld public final static dev.portico.plugin.manifest.Word NUMBER
fld public final static dev.portico.plugin.manifest.Word SEARCH
fld public final static dev.portico.plugin.manifest.Word TAB
fld public final static dev.portico.plugin.manifest.Word TITLE
fld public final static dev.portico.plugin.manifest.Word URGENT
meth public java.lang.String suffix()
meth public static dev.portico.plugin.manifest.Word valueOf(java.lang.String)
meth public static dev.portico.plugin.manifest.Word[] values()
supr java.lang.Enum<dev.portico.plugin.manifest.Word>
hfds suffix

CLSS public final dev.portico.plugin.manifest.Workflow
innr public final static Status
innr public final static Timed
innr public final static Transition
meth public boolean allows(java.lang.String,java.lang.String,dev.portico.plugin.manifest.Role)
meth public boolean archives()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.lang.String initial()
meth public java.util.List<dev.portico.plugin.manifest.Workflow$Status> statuses()
meth public java.util.List<dev.portico.plugin.manifest.Workflow$Status> targets(java.lang.String,dev.portico.plugin.manifest.Role)
meth public java.util.List<dev.portico.plugin.manifest.Workflow$Timed> timed()
meth public java.util.List<dev.portico.plugin.manifest.Workflow$Transition> transitions()
meth public java.util.Map<dev.portico.plugin.manifest.TicketEvent,java.util.Map<java.lang.String,java.lang.String>> automatic()
meth public java.util.Optional<dev.portico.plugin.manifest.Workflow$Status> after(dev.portico.plugin.manifest.TicketEvent,java.lang.String)
meth public java.util.Optional<dev.portico.plugin.manifest.Workflow$Status> status(java.lang.String)
supr java.lang.Record
hfds automatic,id,initial,statuses,timed,transitions

CLSS public final static dev.portico.plugin.manifest.Workflow$Status
 outer dev.portico.plugin.manifest.Workflow
meth public dev.portico.plugin.manifest.StatusCategory category()
meth public dev.portico.plugin.manifest.Tone tone()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.lang.String label()
supr java.lang.Record
hfds category,id,label,tone

CLSS public final static dev.portico.plugin.manifest.Workflow$Timed
 outer dev.portico.plugin.manifest.Workflow
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String from()
meth public java.lang.String to()
meth public java.time.Duration after()
supr java.lang.Record
hfds after,from,to

CLSS public final static dev.portico.plugin.manifest.Workflow$Transition
 outer dev.portico.plugin.manifest.Workflow
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String to()
meth public java.util.Set<dev.portico.plugin.manifest.Role> roles()
meth public java.util.Set<java.lang.String> from()
supr java.lang.Record
hfds from,roles,to

CLSS abstract interface dev.portico.plugin.manifest.package-info
 anno 0 org.jspecify.annotations.NullMarked()

CLSS abstract interface dev.portico.plugin.package-info
 anno 0 org.jspecify.annotations.NullMarked()

CLSS public final dev.portico.plugin.settings.Option
cons public init(java.lang.String,java.util.Map<java.lang.String,java.lang.String>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.lang.String label(java.util.Locale)
meth public java.util.Map<java.lang.String,java.lang.String> labels()
supr java.lang.Record
hfds id,labels

CLSS public final dev.portico.plugin.settings.Setting
meth public boolean required()
meth public dev.portico.plugin.settings.SettingType type()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.lang.String label()
meth public java.util.Optional<java.lang.Object> defaultValue()
meth public java.util.Optional<java.lang.String> help()
supr java.lang.Record
hfds defaultValue,help,id,label,required,type

CLSS public final !enum dev.portico.plugin.settings.SettingType
fld public final static dev.portico.plugin.settings.SettingType BOOLEAN
fld public final static dev.portico.plugin.settings.SettingType EMAIL
fld public final static dev.portico.plugin.settings.SettingType EMAILS
fld public final static dev.portico.plugin.settings.SettingType NUMBER
fld public final static dev.portico.plugin.settings.SettingType OPTIONS
fld public final static dev.portico.plugin.settings.SettingType PHRASES
fld public final static dev.portico.plugin.settings.SettingType SECRET
fld public final static dev.portico.plugin.settings.SettingType TEXT
fld public final static dev.portico.plugin.settings.SettingType URL
meth public static dev.portico.plugin.settings.SettingType valueOf(java.lang.String)
meth public static dev.portico.plugin.settings.SettingType[] values()
supr java.lang.Enum<dev.portico.plugin.settings.SettingType>

CLSS public final dev.portico.plugin.settings.Settings
cons public init(java.util.Map<java.lang.String,java.lang.Object>)
meth public boolean flag(java.lang.String)
meth public java.util.List<dev.portico.plugin.settings.Option> options(java.lang.String)
meth public java.util.List<java.lang.String> emails(java.lang.String)
meth public java.util.Map<java.lang.String,java.util.List<java.lang.String>> phrases(java.lang.String)
meth public java.util.Optional<java.lang.Long> number(java.lang.String)
meth public java.util.Optional<java.lang.String> text(java.lang.String)
supr java.lang.Object
hfds values

CLSS abstract interface dev.portico.plugin.settings.package-info
 anno 0 org.jspecify.annotations.NullMarked()

CLSS public final dev.portico.plugin.ticket.Lexicon
cons public init(java.util.Map<java.lang.String,java.util.List<java.lang.String>>)
meth public java.util.Optional<java.lang.String> find(java.lang.String)
supr java.lang.Object
hfds MARKS,SEPARATORS,phrases
hcls Letters,Phrase

CLSS public abstract dev.portico.plugin.ticket.SubjectWordingPolicy
cons protected init(java.lang.String)
intf dev.portico.plugin.ticket.UrgencyPolicy
meth public java.util.Optional<dev.portico.plugin.ticket.Urgency> assess(dev.portico.plugin.TenantView,dev.portico.plugin.ticket.Submission)
supr java.lang.Object
hfds setting

CLSS public final dev.portico.plugin.ticket.Submission
cons public init(java.lang.String,java.lang.String,java.lang.String,java.util.Map<java.lang.String,java.lang.String>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String description()
meth public java.lang.String subject()
meth public java.lang.String type()
meth public java.util.Map<java.lang.String,java.lang.String> values()
supr java.lang.Record
hfds description,subject,type,values

CLSS public final dev.portico.plugin.ticket.Urgency
cons public init(java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String phrase()
supr java.lang.Record
hfds phrase

CLSS public abstract interface dev.portico.plugin.ticket.UrgencyPolicy
intf org.pf4j.ExtensionPoint
meth public abstract java.util.Optional<dev.portico.plugin.ticket.Urgency> assess(dev.portico.plugin.TenantView,dev.portico.plugin.ticket.Submission)

CLSS abstract interface dev.portico.plugin.ticket.package-info
 anno 0 org.jspecify.annotations.NullMarked()

CLSS public abstract interface java.io.Serializable

CLSS public abstract interface java.lang.Comparable<%0 extends java.lang.Object>
meth public abstract int compareTo({java.lang.Comparable%0})

CLSS public abstract java.lang.Enum<%0 extends java.lang.Enum<{java.lang.Enum%0}>>
cons protected init(java.lang.String,int)
innr public final static EnumDesc
intf java.io.Serializable
intf java.lang.Comparable<{java.lang.Enum%0}>
intf java.lang.constant.Constable
meth protected final java.lang.Object clone() throws java.lang.CloneNotSupportedException
meth protected final void finalize()
meth public final boolean equals(java.lang.Object)
meth public final int compareTo({java.lang.Enum%0})
meth public final int hashCode()
meth public final int ordinal()
meth public final java.lang.Class<{java.lang.Enum%0}> getDeclaringClass()
meth public final java.lang.String name()
meth public final java.util.Optional<java.lang.Enum$EnumDesc<{java.lang.Enum%0}>> describeConstable()
meth public java.lang.String toString()
meth public static <%0 extends java.lang.Enum<{%%0}>> {%%0} valueOf(java.lang.Class<{%%0}>,java.lang.String)
supr java.lang.Object
hfds name,ordinal

CLSS public java.lang.Object
cons public init()
meth protected java.lang.Object clone() throws java.lang.CloneNotSupportedException
meth protected void finalize() throws java.lang.Throwable
 anno 0 java.lang.Deprecated(boolean forRemoval=false, java.lang.String since="9")
meth public boolean equals(java.lang.Object)
meth public final java.lang.Class<?> getClass()
meth public final void notify()
meth public final void notifyAll()
meth public final void wait() throws java.lang.InterruptedException
meth public final void wait(long) throws java.lang.InterruptedException
meth public final void wait(long,int) throws java.lang.InterruptedException
meth public int hashCode()
meth public java.lang.String toString()

CLSS public abstract java.lang.Record
cons protected init()
meth public abstract boolean equals(java.lang.Object)
meth public abstract int hashCode()
meth public abstract java.lang.String toString()
supr java.lang.Object

CLSS public abstract interface java.lang.annotation.Annotation
meth public abstract boolean equals(java.lang.Object)
meth public abstract int hashCode()
meth public abstract java.lang.Class<? extends java.lang.annotation.Annotation> annotationType()
meth public abstract java.lang.String toString()

CLSS public abstract interface !annotation java.lang.annotation.Documented
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[ANNOTATION_TYPE])
intf java.lang.annotation.Annotation

CLSS public abstract interface !annotation java.lang.annotation.Retention
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[ANNOTATION_TYPE])
intf java.lang.annotation.Annotation
meth public abstract java.lang.annotation.RetentionPolicy value()

CLSS public abstract interface !annotation java.lang.annotation.Target
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[ANNOTATION_TYPE])
intf java.lang.annotation.Annotation
meth public abstract java.lang.annotation.ElementType[] value()

CLSS public abstract interface java.lang.constant.Constable
meth public abstract java.util.Optional<? extends java.lang.constant.ConstantDesc> describeConstable()

CLSS public abstract interface !annotation org.jspecify.annotations.NullMarked
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[MODULE, PACKAGE, TYPE, METHOD, CONSTRUCTOR])
intf java.lang.annotation.Annotation

CLSS public abstract interface org.pf4j.ExtensionPoint

