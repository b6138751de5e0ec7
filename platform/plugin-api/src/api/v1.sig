#Signature file v4.1
#Version 1.0

CLSS public final dev.portico.plugin.PluginApi
fld public final static java.lang.String VERSION = "1.1"
supr java.lang.Object

CLSS public final dev.portico.plugin.TenantView
cons public init(java.lang.String,dev.portico.plugin.settings.Settings)
cons public init(java.lang.String,dev.portico.plugin.settings.Settings,dev.portico.plugin.table.Tables)
meth public dev.portico.plugin.settings.Settings settings()
meth public dev.portico.plugin.table.Tables tables()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
supr java.lang.Record
hfds id,settings,tables

CLSS public final dev.portico.plugin.feed.Feed
cons public init(java.lang.String,java.net.URI,java.time.Duration)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.net.URI address()
meth public java.time.Duration every()
supr java.lang.Record
hfds address,every,id

CLSS public abstract interface dev.portico.plugin.feed.FeedReader
intf org.pf4j.ExtensionPoint
meth public abstract java.util.List<dev.portico.plugin.feed.Feed> feeds(dev.portico.plugin.TenantView)
meth public abstract java.util.Optional<java.lang.String> take(dev.portico.plugin.TenantView,dev.portico.plugin.feed.FeedResult)

CLSS public abstract interface dev.portico.plugin.feed.FeedResult
innr public final static !enum Reason
innr public final static Fetched
innr public final static Missed
innr public final static Unchanged
meth public abstract dev.portico.plugin.feed.Feed feed()
meth public abstract java.time.Instant at()

CLSS public final static dev.portico.plugin.feed.FeedResult$Fetched
 outer dev.portico.plugin.feed.FeedResult
cons public init(dev.portico.plugin.feed.Feed,java.time.Instant,byte[],java.lang.String)
intf dev.portico.plugin.feed.FeedResult
meth public byte[] content()
meth public dev.portico.plugin.feed.Feed feed()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String type()
meth public java.time.Instant at()
supr java.lang.Record
hfds at,content,feed,type

CLSS public final static dev.portico.plugin.feed.FeedResult$Missed
 outer dev.portico.plugin.feed.FeedResult
cons public init(dev.portico.plugin.feed.Feed,java.time.Instant,dev.portico.plugin.feed.FeedResult$Reason,java.lang.String)
intf dev.portico.plugin.feed.FeedResult
meth public dev.portico.plugin.feed.Feed feed()
meth public dev.portico.plugin.feed.FeedResult$Reason reason()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String detail()
meth public java.time.Instant at()
supr java.lang.Record
hfds at,detail,feed,reason

CLSS public final static !enum dev.portico.plugin.feed.FeedResult$Reason
 outer dev.portico.plugin.feed.FeedResult
fld public final static dev.portico.plugin.feed.FeedResult$Reason NOT_ALLOWED
fld public final static dev.portico.plugin.feed.FeedResult$Reason PLUGIN
fld public final static dev.portico.plugin.feed.FeedResult$Reason REFUSED
fld public final static dev.portico.plugin.feed.FeedResult$Reason TOO_LARGE
fld public final static dev.portico.plugin.feed.FeedResult$Reason UNREACHABLE
meth public static dev.portico.plugin.feed.FeedResult$Reason valueOf(java.lang.String)
meth public static dev.portico.plugin.feed.FeedResult$Reason[] values()
supr java.lang.Enum<dev.portico.plugin.feed.FeedResult$Reason>

CLSS public final static dev.portico.plugin.feed.FeedResult$Unchanged
 outer dev.portico.plugin.feed.FeedResult
cons public init(dev.portico.plugin.feed.Feed,java.time.Instant)
intf dev.portico.plugin.feed.FeedResult
meth public dev.portico.plugin.feed.Feed feed()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Instant at()
supr java.lang.Record
hfds at,feed

CLSS abstract interface dev.portico.plugin.feed.package-info
 anno 0 org.jspecify.annotations.NullMarked()

CLSS public final dev.portico.plugin.issue.KnownIssue
cons public init(java.lang.String,dev.portico.plugin.manifest.Tone,dev.portico.plugin.text.Text,dev.portico.plugin.text.Text,java.time.Instant,dev.portico.plugin.web.Address)
meth public dev.portico.plugin.manifest.Tone tone()
meth public dev.portico.plugin.text.Text state()
meth public dev.portico.plugin.text.Text title()
meth public dev.portico.plugin.web.Address link()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.time.Instant since()
supr java.lang.Record
hfds id,link,since,state,title,tone

CLSS public abstract interface dev.portico.plugin.issue.KnownIssueSource
intf org.pf4j.ExtensionPoint
meth public abstract java.util.List<dev.portico.plugin.issue.KnownIssue> current(dev.portico.plugin.TenantView)
meth public abstract java.util.Optional<dev.portico.plugin.issue.KnownIssue> find(dev.portico.plugin.TenantView,java.lang.String)

CLSS abstract interface dev.portico.plugin.issue.package-info
 anno 0 org.jspecify.annotations.NullMarked()

CLSS public abstract interface dev.portico.plugin.job.JobHandler
intf org.pf4j.ExtensionPoint
meth public abstract boolean run(dev.portico.plugin.TenantView,java.lang.String)

CLSS abstract interface dev.portico.plugin.job.package-info
 anno 0 org.jspecify.annotations.NullMarked()

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
meth public java.util.Optional<java.lang.String> route()
meth public java.util.Optional<java.lang.String> setting()
meth public java.util.Optional<java.lang.String> ticketType()
supr java.lang.Record
hfds id,kind,label,menu,route,setting,text,ticketType

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

CLSS public final dev.portico.plugin.manifest.NewsChannel
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String description()
meth public java.lang.String label()
supr java.lang.Record
hfds description,label

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

CLSS public final dev.portico.plugin.manifest.PluginJob
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.time.Duration every()
supr java.lang.Record
hfds every,id

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
meth public java.util.List<dev.portico.plugin.manifest.PluginJob> jobs()
meth public java.util.List<dev.portico.plugin.manifest.PluginRoute> routes()
meth public java.util.List<dev.portico.plugin.manifest.Scale> scales()
meth public java.util.List<dev.portico.plugin.manifest.TicketType> ticketTypes()
meth public java.util.List<dev.portico.plugin.manifest.Workflow> workflows()
meth public java.util.List<dev.portico.plugin.settings.Setting> settings()
meth public java.util.Optional<dev.portico.plugin.manifest.Dashboard> dashboard()
meth public java.util.Optional<dev.portico.plugin.manifest.NewsChannel> news()
meth public java.util.Optional<java.lang.String> redirectHosts()
meth public java.util.Optional<java.lang.String> upgradeFrom()
meth public java.util.Set<dev.portico.plugin.manifest.Capability> capabilities()
supr java.lang.Record
hfds api,capabilities,dashboard,description,helpWays,id,jobs,license,name,news,organizationLists,provider,redirectHosts,routes,scales,settings,ticketTypes,upgradeFrom,version,workflows

CLSS public final dev.portico.plugin.manifest.PluginRoute
fld public final static java.lang.String ENTRY = "**"
innr public final static !enum Access
meth public boolean entry()
meth public dev.portico.plugin.manifest.PluginRoute$Access access()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.lang.String path()
meth public java.util.Optional<java.lang.String> menu()
supr java.lang.Record
hfds access,id,menu,path

CLSS public final static !enum dev.portico.plugin.manifest.PluginRoute$Access
 outer dev.portico.plugin.manifest.PluginRoute
fld public final static dev.portico.plugin.manifest.PluginRoute$Access ADMINISTRATOR
fld public final static dev.portico.plugin.manifest.PluginRoute$Access AGENT
fld public final static dev.portico.plugin.manifest.PluginRoute$Access CUSTOMER
fld public final static dev.portico.plugin.manifest.PluginRoute$Access PUBLIC
meth public boolean staff()
meth public static dev.portico.plugin.manifest.PluginRoute$Access valueOf(java.lang.String)
meth public static dev.portico.plugin.manifest.PluginRoute$Access[] values()
supr java.lang.Enum<dev.portico.plugin.manifest.PluginRoute$Access>

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

CLSS public final dev.portico.plugin.news.News
cons public init(java.lang.String,java.time.Instant,java.util.Set<java.lang.String>,dev.portico.plugin.manifest.Tone,dev.portico.plugin.text.Text,dev.portico.plugin.text.Text,dev.portico.plugin.web.Address,java.util.Optional<java.lang.String>)
meth public dev.portico.plugin.manifest.Tone tone()
meth public dev.portico.plugin.text.Text text()
meth public dev.portico.plugin.text.Text title()
meth public dev.portico.plugin.web.Address link()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.time.Instant at()
meth public java.util.Optional<java.lang.String> issue()
meth public java.util.Set<java.lang.String> topics()
supr java.lang.Record
hfds at,id,issue,link,text,title,tone,topics

CLSS public abstract interface dev.portico.plugin.news.NewsSource
intf org.pf4j.ExtensionPoint
meth public abstract int taken(dev.portico.plugin.TenantView,java.util.Set<java.lang.String>)
meth public abstract java.util.List<dev.portico.plugin.news.News> pending(dev.portico.plugin.TenantView)
meth public abstract java.util.List<dev.portico.plugin.news.Topic> topics(dev.portico.plugin.TenantView)

CLSS public final dev.portico.plugin.news.Topic
cons public init(java.lang.String,dev.portico.plugin.text.Text,java.util.Optional<dev.portico.plugin.text.Text>)
meth public dev.portico.plugin.text.Text label()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.util.Optional<dev.portico.plugin.text.Text> group()
supr java.lang.Record
hfds group,id,label

CLSS abstract interface dev.portico.plugin.news.package-info
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

CLSS public final dev.portico.plugin.settings.SettingFault
cons public init(java.lang.String,dev.portico.plugin.text.Text)
meth public dev.portico.plugin.text.Text problem()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String setting()
supr java.lang.Record
hfds problem,setting

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

CLSS public abstract interface dev.portico.plugin.settings.SettingsCheck
intf org.pf4j.ExtensionPoint
meth public abstract java.util.List<dev.portico.plugin.settings.SettingFault> check(dev.portico.plugin.TenantView)

CLSS abstract interface dev.portico.plugin.settings.package-info
 anno 0 org.jspecify.annotations.NullMarked()

CLSS public final dev.portico.plugin.table.Row
cons public init(java.util.Map<java.lang.String,?>)
meth public java.util.Optional<byte[]> bytes(java.lang.String)
meth public java.util.Optional<java.lang.Boolean> flag(java.lang.String)
meth public java.util.Optional<java.lang.Long> number(java.lang.String)
meth public java.util.Optional<java.lang.String> text(java.lang.String)
meth public java.util.Optional<java.math.BigDecimal> decimal(java.lang.String)
meth public java.util.Optional<java.time.Instant> instant(java.lang.String)
meth public java.util.Optional<java.time.LocalDate> date(java.lang.String)
supr java.lang.Object
hfds values

CLSS public abstract interface dev.portico.plugin.table.Statements
fld public final static int MOST_ROWS = 10000

CLSS public final dev.portico.plugin.table.TableException
cons public init(dev.portico.plugin.table.TableException$Kind,java.lang.String)
innr public final static !enum Kind
meth public dev.portico.plugin.table.TableException$Kind kind()
supr java.lang.RuntimeException
hfds kind,serialVersionUID

CLSS public final static !enum dev.portico.plugin.table.TableException$Kind
 outer dev.portico.plugin.table.TableException
fld public final static dev.portico.plugin.table.TableException$Kind CONFLICT
fld public final static dev.portico.plugin.table.TableException$Kind MISTAKE
fld public final static dev.portico.plugin.table.TableException$Kind UNAVAILABLE
meth public static dev.portico.plugin.table.TableException$Kind valueOf(java.lang.String)
meth public static dev.portico.plugin.table.TableException$Kind[] values()
supr java.lang.Enum<dev.portico.plugin.table.TableException$Kind>

CLSS public abstract interface dev.portico.plugin.table.Tables
fld public final static dev.portico.plugin.table.Tables NONE
innr public abstract interface static Work
meth public abstract <%0 extends java.lang.Object> {%%0} transact(dev.portico.plugin.table.Tables$Work<{%%0}>)

CLSS public abstract interface static dev.portico.plugin.table.Tables$Work<%0 extends java.lang.Object>
 outer dev.portico.plugin.table.Tables
 anno 0 java.lang.FunctionalInterface()
meth public abstract {dev.portico.plugin.table.Tables$Work%0} run(dev.portico.plugin.table.Statements)

CLSS abstract interface dev.portico.plugin.table.package-info
 anno 0 org.jspecify.annotations.NullMarked()

CLSS public abstract interface dev.portico.plugin.text.Text
fld public final static dev.portico.plugin.text.Text NONE
innr public final static Message
innr public final static Written
meth public static dev.portico.plugin.text.Text of(java.lang.String)
meth public static dev.portico.plugin.text.Text of(java.lang.String,java.util.Map<java.lang.String,?>)
meth public static dev.portico.plugin.text.Text$Written written(java.lang.String)
meth public static dev.portico.plugin.text.Text$Written written(java.lang.String,java.util.Locale)

CLSS public final static dev.portico.plugin.text.Text$Message
 outer dev.portico.plugin.text.Text
cons public init(java.lang.String,java.util.Map<java.lang.String,java.lang.Object>)
intf dev.portico.plugin.text.Text
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String key()
meth public java.util.Map<java.lang.String,java.lang.Object> arguments()
supr java.lang.Record
hfds arguments,key

CLSS public final static dev.portico.plugin.text.Text$Written
 outer dev.portico.plugin.text.Text
cons public init(java.lang.String,java.util.Locale,java.util.Map<java.util.Locale,java.lang.String>)
intf dev.portico.plugin.text.Text
meth public dev.portico.plugin.text.Text$Written translated(java.util.Locale,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String text()
meth public java.lang.String text(java.util.Locale)
meth public java.util.Locale language()
meth public java.util.Map<java.util.Locale,java.lang.String> translations()
supr java.lang.Record
hfds language,text,translations

CLSS abstract interface dev.portico.plugin.text.package-info
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
hfds LONGEST,phrase

CLSS public abstract interface dev.portico.plugin.ticket.UrgencyPolicy
intf org.pf4j.ExtensionPoint
meth public abstract java.util.Optional<dev.portico.plugin.ticket.Urgency> assess(dev.portico.plugin.TenantView,dev.portico.plugin.ticket.Submission)

CLSS abstract interface dev.portico.plugin.ticket.package-info
 anno 0 org.jspecify.annotations.NullMarked()

CLSS public abstract interface dev.portico.plugin.web.Address
innr public final static OfStaff
innr public final static OfTenant
innr public final static Site
meth public static dev.portico.plugin.web.Address site(java.net.URI)
meth public static dev.portico.plugin.web.Address staff(java.lang.String)
meth public static dev.portico.plugin.web.Address tenant(java.lang.String)

CLSS public final static dev.portico.plugin.web.Address$OfStaff
 outer dev.portico.plugin.web.Address
cons public init(java.lang.String,java.util.Map<java.lang.String,java.lang.String>)
intf dev.portico.plugin.web.Address
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String path()
meth public java.util.Map<java.lang.String,java.lang.String> query()
supr java.lang.Record
hfds path,query

CLSS public final static dev.portico.plugin.web.Address$OfTenant
 outer dev.portico.plugin.web.Address
cons public init(java.lang.String,java.util.Map<java.lang.String,java.lang.String>)
intf dev.portico.plugin.web.Address
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String path()
meth public java.util.Map<java.lang.String,java.lang.String> query()
supr java.lang.Record
hfds path,query

CLSS public final static dev.portico.plugin.web.Address$Site
 outer dev.portico.plugin.web.Address
cons public init(java.net.URI)
intf dev.portico.plugin.web.Address
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.net.URI uri()
supr java.lang.Record
hfds uri

CLSS public abstract interface dev.portico.plugin.web.Answer
innr public final static Absent
innr public final static Away
innr public final static Document
innr public final static SeeOther

CLSS public final static dev.portico.plugin.web.Answer$Absent
 outer dev.portico.plugin.web.Answer
cons public init()
intf dev.portico.plugin.web.Answer
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
supr java.lang.Record

CLSS public final static dev.portico.plugin.web.Answer$Away
 outer dev.portico.plugin.web.Answer
cons public init(java.net.URI)
intf dev.portico.plugin.web.Answer
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.net.URI to()
supr java.lang.Record
hfds to

CLSS public final static dev.portico.plugin.web.Answer$Document
 outer dev.portico.plugin.web.Answer
cons public init(java.lang.String,java.lang.String,java.time.Duration)
intf dev.portico.plugin.web.Answer
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String text()
meth public java.lang.String type()
meth public java.time.Duration fresh()
supr java.lang.Record
hfds fresh,text,type

CLSS public final static dev.portico.plugin.web.Answer$SeeOther
 outer dev.portico.plugin.web.Answer
cons public init(dev.portico.plugin.web.Address,java.util.Optional<dev.portico.plugin.text.Text>)
intf dev.portico.plugin.web.Answer
meth public dev.portico.plugin.web.Address to()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.Optional<dev.portico.plugin.text.Text> done()
supr java.lang.Record
hfds done,to

CLSS public abstract interface dev.portico.plugin.web.Block
innr public final static Blank
innr public final static Buttons
innr public final static Callout
innr public final static Cell
innr public final static Day
innr public final static Days
innr public final static Departure
innr public final static Event
innr public final static Fact
innr public final static Facts
innr public final static Form
innr public final static Pager
innr public final static Paragraph
innr public final static Row
innr public final static State
innr public final static States
innr public final static Table
innr public final static Timeline

CLSS public final static dev.portico.plugin.web.Block$Blank
 outer dev.portico.plugin.web.Block
cons public init(dev.portico.plugin.text.Text,dev.portico.plugin.text.Text,java.util.List<dev.portico.plugin.web.Link>)
intf dev.portico.plugin.web.Block
meth public dev.portico.plugin.text.Text text()
meth public dev.portico.plugin.text.Text title()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<dev.portico.plugin.web.Link> links()
supr java.lang.Record
hfds links,text,title

CLSS public final static dev.portico.plugin.web.Block$Buttons
 outer dev.portico.plugin.web.Block
cons public init(java.util.List<dev.portico.plugin.web.Link>)
intf dev.portico.plugin.web.Block
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<dev.portico.plugin.web.Link> links()
supr java.lang.Record
hfds links

CLSS public final static dev.portico.plugin.web.Block$Callout
 outer dev.portico.plugin.web.Block
cons public init(dev.portico.plugin.manifest.Tone,dev.portico.plugin.text.Text,dev.portico.plugin.text.Text,java.util.List<dev.portico.plugin.web.Link>)
intf dev.portico.plugin.web.Block
meth public dev.portico.plugin.manifest.Tone tone()
meth public dev.portico.plugin.text.Text text()
meth public dev.portico.plugin.text.Text title()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<dev.portico.plugin.web.Link> links()
supr java.lang.Record
hfds links,text,title,tone

CLSS public final static dev.portico.plugin.web.Block$Cell
 outer dev.portico.plugin.web.Block
cons public init(dev.portico.plugin.text.Text,java.util.Optional<dev.portico.plugin.web.Address>,java.util.Optional<dev.portico.plugin.manifest.Tone>)
meth public dev.portico.plugin.text.Text text()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.Optional<dev.portico.plugin.manifest.Tone> tone()
meth public java.util.Optional<dev.portico.plugin.web.Address> link()
meth public static dev.portico.plugin.web.Block$Cell of(dev.portico.plugin.text.Text)
supr java.lang.Record
hfds link,text,tone

CLSS public final static dev.portico.plugin.web.Block$Day
 outer dev.portico.plugin.web.Block
cons public init(java.time.LocalDate,dev.portico.plugin.manifest.Tone,dev.portico.plugin.text.Text)
meth public dev.portico.plugin.manifest.Tone tone()
meth public dev.portico.plugin.text.Text text()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.LocalDate day()
supr java.lang.Record
hfds day,text,tone

CLSS public final static dev.portico.plugin.web.Block$Days
 outer dev.portico.plugin.web.Block
cons public init(dev.portico.plugin.text.Text,dev.portico.plugin.text.Text,java.util.List<dev.portico.plugin.web.Block$Day>)
intf dev.portico.plugin.web.Block
meth public dev.portico.plugin.text.Text name()
meth public dev.portico.plugin.text.Text summary()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<dev.portico.plugin.web.Block$Day> days()
supr java.lang.Record
hfds days,name,summary

CLSS public final static dev.portico.plugin.web.Block$Departure
 outer dev.portico.plugin.web.Block
cons public init(java.net.URI,int,dev.portico.plugin.text.Text)
intf dev.portico.plugin.web.Block
meth public dev.portico.plugin.text.Text go()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public int seconds()
meth public java.net.URI to()
supr java.lang.Record
hfds go,seconds,to

CLSS public final static dev.portico.plugin.web.Block$Event
 outer dev.portico.plugin.web.Block
cons public init(java.time.Instant,dev.portico.plugin.manifest.Tone,dev.portico.plugin.text.Text,java.util.Optional<dev.portico.plugin.web.Link>,dev.portico.plugin.text.Text)
meth public dev.portico.plugin.manifest.Tone tone()
meth public dev.portico.plugin.text.Text label()
meth public dev.portico.plugin.text.Text text()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.Instant at()
meth public java.util.Optional<dev.portico.plugin.web.Link> link()
supr java.lang.Record
hfds at,label,link,text,tone

CLSS public final static dev.portico.plugin.web.Block$Fact
 outer dev.portico.plugin.web.Block
cons public init(dev.portico.plugin.text.Text,dev.portico.plugin.text.Text)
meth public dev.portico.plugin.text.Text name()
meth public dev.portico.plugin.text.Text value()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
supr java.lang.Record
hfds name,value

CLSS public final static dev.portico.plugin.web.Block$Facts
 outer dev.portico.plugin.web.Block
cons public init(java.util.List<dev.portico.plugin.web.Block$Fact>)
intf dev.portico.plugin.web.Block
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<dev.portico.plugin.web.Block$Fact> facts()
supr java.lang.Record
hfds facts

CLSS public final static dev.portico.plugin.web.Block$Form
 outer dev.portico.plugin.web.Block
cons public init(java.lang.String,java.util.List<dev.portico.plugin.web.Input>,dev.portico.plugin.text.Text,boolean)
intf dev.portico.plugin.web.Block
meth public boolean danger()
meth public dev.portico.plugin.text.Text submit()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String id()
meth public java.util.List<dev.portico.plugin.web.Input> inputs()
supr java.lang.Record
hfds danger,id,inputs,submit

CLSS public final static dev.portico.plugin.web.Block$Pager
 outer dev.portico.plugin.web.Block
cons public init(java.util.Optional<dev.portico.plugin.web.Address>,java.util.Optional<dev.portico.plugin.web.Address>)
intf dev.portico.plugin.web.Block
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.Optional<dev.portico.plugin.web.Address> next()
meth public java.util.Optional<dev.portico.plugin.web.Address> previous()
supr java.lang.Record
hfds next,previous

CLSS public final static dev.portico.plugin.web.Block$Paragraph
 outer dev.portico.plugin.web.Block
cons public init(dev.portico.plugin.text.Text)
intf dev.portico.plugin.web.Block
meth public dev.portico.plugin.text.Text text()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
supr java.lang.Record
hfds text

CLSS public final static dev.portico.plugin.web.Block$Row
 outer dev.portico.plugin.web.Block
cons public init(java.util.List<dev.portico.plugin.web.Block$Cell>)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<dev.portico.plugin.web.Block$Cell> cells()
supr java.lang.Record
hfds cells

CLSS public final static dev.portico.plugin.web.Block$State
 outer dev.portico.plugin.web.Block
cons public init(dev.portico.plugin.text.Text,java.util.Optional<dev.portico.plugin.web.Address>,java.util.Optional<dev.portico.plugin.text.Text>,dev.portico.plugin.manifest.Tone,dev.portico.plugin.text.Text)
meth public dev.portico.plugin.manifest.Tone tone()
meth public dev.portico.plugin.text.Text name()
meth public dev.portico.plugin.text.Text state()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.Optional<dev.portico.plugin.text.Text> detail()
meth public java.util.Optional<dev.portico.plugin.web.Address> link()
supr java.lang.Record
hfds detail,link,name,state,tone

CLSS public final static dev.portico.plugin.web.Block$States
 outer dev.portico.plugin.web.Block
cons public init(java.util.List<dev.portico.plugin.web.Block$State>)
intf dev.portico.plugin.web.Block
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<dev.portico.plugin.web.Block$State> states()
supr java.lang.Record
hfds states

CLSS public final static dev.portico.plugin.web.Block$Table
 outer dev.portico.plugin.web.Block
cons public init(dev.portico.plugin.text.Text,java.util.List<dev.portico.plugin.text.Text>,java.util.List<dev.portico.plugin.web.Block$Row>)
intf dev.portico.plugin.web.Block
meth public dev.portico.plugin.text.Text caption()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<dev.portico.plugin.text.Text> columns()
meth public java.util.List<dev.portico.plugin.web.Block$Row> rows()
supr java.lang.Record
hfds caption,columns,rows

CLSS public final static dev.portico.plugin.web.Block$Timeline
 outer dev.portico.plugin.web.Block
cons public init(java.util.List<dev.portico.plugin.web.Block$Event>)
intf dev.portico.plugin.web.Block
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<dev.portico.plugin.web.Block$Event> events()
supr java.lang.Record
hfds events

CLSS public final dev.portico.plugin.web.Input
cons public init(java.lang.String,dev.portico.plugin.web.Input$Kind,dev.portico.plugin.text.Text,java.util.Optional<dev.portico.plugin.text.Text>,boolean,java.util.List<dev.portico.plugin.web.Input$Choice>,java.util.List<java.lang.String>,java.util.Optional<dev.portico.plugin.text.Text>)
innr public final static !enum Kind
innr public final static Choice
meth public !varargs dev.portico.plugin.web.Input with(java.lang.String[])
meth public boolean required()
meth public dev.portico.plugin.text.Text label()
meth public dev.portico.plugin.web.Input among(java.util.List<dev.portico.plugin.web.Input$Choice>)
meth public dev.portico.plugin.web.Input help(dev.portico.plugin.text.Text)
meth public dev.portico.plugin.web.Input mandatory()
meth public dev.portico.plugin.web.Input problem(dev.portico.plugin.text.Text)
meth public dev.portico.plugin.web.Input$Kind kind()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String name()
meth public java.util.List<dev.portico.plugin.web.Input$Choice> choices()
meth public java.util.List<java.lang.String> values()
meth public java.util.Optional<dev.portico.plugin.text.Text> help()
meth public java.util.Optional<dev.portico.plugin.text.Text> problem()
meth public static dev.portico.plugin.web.Input hidden(java.lang.String,java.lang.String)
meth public static dev.portico.plugin.web.Input of(java.lang.String,dev.portico.plugin.web.Input$Kind,dev.portico.plugin.text.Text)
supr java.lang.Record
hfds choices,help,kind,label,name,problem,required,values

CLSS public final static dev.portico.plugin.web.Input$Choice
 outer dev.portico.plugin.web.Input
cons public init(java.lang.String,dev.portico.plugin.text.Text,java.util.Optional<dev.portico.plugin.text.Text>)
meth public dev.portico.plugin.text.Text label()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String value()
meth public java.util.Optional<dev.portico.plugin.text.Text> group()
supr java.lang.Record
hfds group,label,value

CLSS public final static !enum dev.portico.plugin.web.Input$Kind
 outer dev.portico.plugin.web.Input
fld public final static dev.portico.plugin.web.Input$Kind CHOICE
fld public final static dev.portico.plugin.web.Input$Kind CHOICES
fld public final static dev.portico.plugin.web.Input$Kind DATE_TIME
fld public final static dev.portico.plugin.web.Input$Kind EMAIL
fld public final static dev.portico.plugin.web.Input$Kind FLAG
fld public final static dev.portico.plugin.web.Input$Kind HIDDEN
fld public final static dev.portico.plugin.web.Input$Kind LONG_TEXT
fld public final static dev.portico.plugin.web.Input$Kind TEXT
fld public final static dev.portico.plugin.web.Input$Kind URL
meth public static dev.portico.plugin.web.Input$Kind valueOf(java.lang.String)
meth public static dev.portico.plugin.web.Input$Kind[] values()
supr java.lang.Enum<dev.portico.plugin.web.Input$Kind>

CLSS public final dev.portico.plugin.web.Link
cons public init(dev.portico.plugin.text.Text,dev.portico.plugin.web.Address)
meth public dev.portico.plugin.text.Text label()
meth public dev.portico.plugin.web.Address to()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
supr java.lang.Record
hfds label,to

CLSS public final dev.portico.plugin.web.Page
cons public init(dev.portico.plugin.text.Text,java.util.Optional<dev.portico.plugin.text.Text>,java.util.Optional<dev.portico.plugin.web.Link>,java.util.List<dev.portico.plugin.web.Link>,java.util.List<dev.portico.plugin.web.Section>)
intf dev.portico.plugin.web.Answer
meth public dev.portico.plugin.text.Text title()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<dev.portico.plugin.web.Link> actions()
meth public java.util.List<dev.portico.plugin.web.Section> sections()
meth public java.util.Optional<dev.portico.plugin.text.Text> lead()
meth public java.util.Optional<dev.portico.plugin.web.Link> up()
meth public static dev.portico.plugin.web.Page of(dev.portico.plugin.text.Text,java.util.List<dev.portico.plugin.web.Section>)
supr java.lang.Record
hfds actions,lead,sections,title,up

CLSS public final dev.portico.plugin.web.Person
cons public init(java.lang.String,java.lang.String,java.lang.String)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String email()
meth public java.lang.String id()
meth public java.lang.String name()
supr java.lang.Record
hfds email,id,name

CLSS public final dev.portico.plugin.web.Reader
cons public init(java.util.Locale,java.time.ZoneId)
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.time.ZoneId zone()
meth public java.util.Locale language()
supr java.lang.Record
hfds language,zone

CLSS public final dev.portico.plugin.web.Section
cons public init(java.util.Optional<dev.portico.plugin.text.Text>,java.util.List<dev.portico.plugin.web.Block>)
meth public !varargs static dev.portico.plugin.web.Section of(dev.portico.plugin.text.Text,dev.portico.plugin.web.Block[])
meth public !varargs static dev.portico.plugin.web.Section of(dev.portico.plugin.web.Block[])
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.util.List<dev.portico.plugin.web.Block> blocks()
meth public java.util.Optional<dev.portico.plugin.text.Text> heading()
supr java.lang.Record
hfds blocks,heading

CLSS public abstract interface dev.portico.plugin.web.WebHandler
intf org.pf4j.ExtensionPoint
meth public abstract dev.portico.plugin.web.Answer answer(dev.portico.plugin.TenantView,dev.portico.plugin.web.WebRequest)

CLSS public final dev.portico.plugin.web.WebRequest
cons public init(java.lang.String,dev.portico.plugin.web.WebRequest$Method,java.util.Map<java.lang.String,java.lang.String>,java.util.List<java.lang.String>,java.util.Map<java.lang.String,java.util.List<java.lang.String>>,java.util.Map<java.lang.String,java.util.List<java.lang.String>>,dev.portico.plugin.web.Reader,java.util.Optional<dev.portico.plugin.web.Person>,java.net.URI)
cons public init(java.lang.String,dev.portico.plugin.web.WebRequest$Method,java.util.Map<java.lang.String,java.lang.String>,java.util.List<java.lang.String>,java.util.Map<java.lang.String,java.util.List<java.lang.String>>,java.util.Map<java.lang.String,java.util.List<java.lang.String>>,dev.portico.plugin.web.Reader,java.util.Optional<dev.portico.plugin.web.Person>,java.net.URI,java.util.List<java.util.Locale>)
innr public final static !enum Method
meth public dev.portico.plugin.web.Reader reader()
meth public dev.portico.plugin.web.WebRequest$Method method()
meth public final boolean equals(java.lang.Object)
meth public final int hashCode()
meth public final java.lang.String toString()
meth public java.lang.String route()
meth public java.net.URI home()
meth public java.util.List<java.lang.String> fields(java.lang.String)
meth public java.util.List<java.lang.String> rest()
meth public java.util.List<java.util.Locale> languages()
meth public java.util.Map<java.lang.String,java.lang.String> variables()
meth public java.util.Map<java.lang.String,java.util.List<java.lang.String>> form()
meth public java.util.Map<java.lang.String,java.util.List<java.lang.String>> query()
meth public java.util.Optional<dev.portico.plugin.web.Person> person()
meth public java.util.Optional<java.lang.String> field(java.lang.String)
meth public java.util.Optional<java.lang.String> parameter(java.lang.String)
supr java.lang.Record
hfds form,home,languages,method,person,query,reader,rest,route,variables

CLSS public final static !enum dev.portico.plugin.web.WebRequest$Method
 outer dev.portico.plugin.web.WebRequest
fld public final static dev.portico.plugin.web.WebRequest$Method GET
fld public final static dev.portico.plugin.web.WebRequest$Method POST
meth public static dev.portico.plugin.web.WebRequest$Method valueOf(java.lang.String)
meth public static dev.portico.plugin.web.WebRequest$Method[] values()
supr java.lang.Enum<dev.portico.plugin.web.WebRequest$Method>

CLSS abstract interface dev.portico.plugin.web.package-info
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

CLSS public java.lang.Exception
cons protected init(java.lang.String,java.lang.Throwable,boolean,boolean)
cons public init()
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
cons public init(java.lang.Throwable)
supr java.lang.Throwable
hfds serialVersionUID

CLSS public abstract interface !annotation java.lang.FunctionalInterface
 anno 0 java.lang.annotation.Documented()
 anno 0 java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy value=RUNTIME)
 anno 0 java.lang.annotation.Target(java.lang.annotation.ElementType[] value=[TYPE])
intf java.lang.annotation.Annotation

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

CLSS public java.lang.RuntimeException
cons protected init(java.lang.String,java.lang.Throwable,boolean,boolean)
cons public init()
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
cons public init(java.lang.Throwable)
supr java.lang.Exception
hfds serialVersionUID

CLSS public java.lang.Throwable
cons protected init(java.lang.String,java.lang.Throwable,boolean,boolean)
cons public init()
cons public init(java.lang.String)
cons public init(java.lang.String,java.lang.Throwable)
cons public init(java.lang.Throwable)
intf java.io.Serializable
meth public final java.lang.Throwable[] getSuppressed()
meth public final void addSuppressed(java.lang.Throwable)
meth public java.lang.StackTraceElement[] getStackTrace()
meth public java.lang.String getLocalizedMessage()
meth public java.lang.String getMessage()
meth public java.lang.String toString()
meth public java.lang.Throwable fillInStackTrace()
meth public java.lang.Throwable getCause()
meth public java.lang.Throwable initCause(java.lang.Throwable)
meth public void printStackTrace()
meth public void printStackTrace(java.io.PrintStream)
meth public void printStackTrace(java.io.PrintWriter)
meth public void setStackTrace(java.lang.StackTraceElement[])
supr java.lang.Object
hfds CAUSE_CAPTION,EMPTY_THROWABLE_ARRAY,NULL_CAUSE_MESSAGE,SELF_SUPPRESSION_MESSAGE,SUPPRESSED_CAPTION,SUPPRESSED_SENTINEL,UNASSIGNED_STACK,backtrace,cause,depth,detailMessage,serialVersionUID,stackTrace,suppressedExceptions
hcls PrintStreamOrWriter,SentinelHolder,WrappedPrintStream,WrappedPrintWriter

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

